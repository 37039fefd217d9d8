import { expect, it, vi } from 'vitest';
import { SeqrError } from './seqr-error';

it('is recognized by instanceof if another instance of the module threw it', async () => {
  vi.resetModules();
  const other = await import('./seqr-error');
  expect(other.SeqrError).not.toBe(SeqrError);
  const error: unknown = new other.SeqrError({
    operation: 'cancelInvoice',
    kind: 'result',
    reason: 'x',
    resultCode: 95,
  });
  expect(error instanceof SeqrError && error.resultCode).toBe(95);
});

it.each([new Error('x'), new TypeError('SeqrError'), { name: 'SeqrError' }, 'SeqrError', null, undefined])(
  'is not %s',
  (other: unknown) => expect(other instanceof SeqrError).toBe(false),
);
