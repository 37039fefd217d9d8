import { describe, expect, it, vi } from 'vitest';
import { createNotifier } from './notify';

function listen(names: Record<string, string>, functions: Record<string, (status: unknown) => unknown> = {}) {
  const log: string[] = [];
  const page = {
    resolve: (name: string) => functions[name] ?? ((status: unknown) => log.push(`${name} ${JSON.stringify(status)}`)),
    go: (url: string) => log.push(`go ${url}`),
    emit: (type: string) => log.push(type),
    report: vi.fn(),
  };
  const successURL = 'https://shop.example/thanks';
  return { log, page, notify: createNotifier({ callbacks: new Map(Object.entries(names)), successURL }, page) };
}

describe('createNotifier', () => {
  it('reports each change once, in order, before leaving the page', () => {
    const { log, notify } = listen({ status: 'changed', paid: 'paid', success: 'success' });
    notify({ status: 'ISSUED' });
    notify({ status: 'ISSUED', scanned: true });
    notify({ status: 'PAID' });
    notify({ status: 'PAID' });
    expect(log).toEqual([
      'seqr:status',
      'changed {"status":"ISSUED"}',
      'seqr:status',
      'changed {"status":"PAID"}',
      'paid {"status":"PAID"}',
      'seqr:paid',
      'success {"status":"PAID"}',
      'go https://shop.example/thanks',
    ]);
  });

  it('calls success only for PAID', () => {
    const { log, notify } = listen({ success: 'success', canceled: 'canceled' });
    notify({ status: 'SUCCESS' });
    notify({ status: 'CANCELED' });
    expect(log).toEqual(['seqr:status', 'seqr:status', 'canceled {"status":"CANCELED"}']);
  });

  it('reports a throwing callback and continues', () => {
    const failure = new Error('the page’s own');
    const { log, page, notify } = listen(
      { status: 'bad', success: 'success' },
      {
        bad: () => {
          throw failure;
        },
      },
    );
    notify({ status: 'PAID' });
    expect(page.report).toHaveBeenCalledExactlyOnceWith(failure);
    expect(log).toContain('go https://shop.example/thanks');
    expect(log).toContain('success {"status":"PAID"}');
  });

  it('reports a missing callback', () => {
    const { page, notify } = listen({ status: 'missing' });
    page.resolve = () => undefined as never;
    notify({ status: 'ISSUED' });
    expect(page.report.mock.lastCall?.[0].message).toContain('no function missing');
  });
});
