import { expect, test } from 'vitest';
import { isOutdated } from './is-outdated';

const open = { status: 'ISSUED', invoiceReference: '800100001', amount: '149.00', seqrDown: false, held: false };
const closed = { status: 'EXPIRED', held: false };

test.each([
  ['the same', open, { status: 'ISSUED', amount: '149.00' }, false],
  ['a change that the payment view shows itself', open, { status: 'RESERVED', amount: '149.00' }, false],
  ['a paid payment', open, { status: 'PAID', amount: '149.00' }, true],
  ['an expired payment', open, { status: 'EXPIRED', amount: '149.00' }, true],
  ['another amount', open, { status: 'ISSUED', amount: '99.00' }, true],
  ['SEQR does not answer', open, { status: 'ISSUED', amount: '149.00', seqrDown: true }, true],
  ['SEQR answers again', { ...open, seqrDown: true }, { status: 'ISSUED', amount: '149.00' }, true],
  ['the same invoice', open, { status: 'ISSUED', invoiceReference: '800100001', amount: '149.00' }, false],
  ['the invoice of a new attempt', open, { status: 'ISSUED', invoiceReference: '800100002', amount: '149.00' }, true],
  ['a held payment', open, { status: 'ISSUED', amount: '149.00', held: true }, true],
  ['the same final status', closed, { status: 'EXPIRED', amount: '99.00', seqrDown: true }, false],
  ['late money', closed, { status: 'PAID', amount: '149.00' }, true],
  ['another attempt', closed, { status: 'ISSUED', amount: '149.00' }, true],
  ['a held payment that failed', { status: 'FAILED', held: true }, { status: 'FAILED', held: true }, false],
  ['no status', open, { error: 'too-many-requests', message: '' }, false],
  ['no answer', open, null, false],
])('%s', (_, shown, answer, expected) => {
  expect(isOutdated(shown, answer)).toBe(expected);
});
