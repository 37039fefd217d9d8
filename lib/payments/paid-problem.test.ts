import { describe, expect, it } from 'vitest';
import { money } from '../money';
import type { OrderState } from '../orders/order-states';
import { ersReferenceOf, factsOf, paidProblem } from './paid-problem';

const expected = {
  invoiceReference: '1400000000001',
  amount: 149_00,
  currency: 'SEK',
  orderState: 'PENDING',
  orderTotal: 149_00,
} as const;

const paid = {
  status: 'PAID',
  version: 1,
  ersReference: '111111',
  customerTokens: [],
  receipt: { invoice: { totalAmount: money(149_00, 'SEK') } },
};
const facts = { status: 'PAID', amount: 149_00, currency: 'SEK', ersReference: '111111', detail: null };
const nothing = { amount: null, currency: null };

const problem = (receipt: { invoiceReference?: string; paymentReference?: string }) =>
  paidProblem(expected, { ...paid, receipt: { ...paid.receipt, ...receipt } });
const invoiceOf = (amount: number, currency: 'SEK' | 'EUR' = 'SEK') => ({
  invoice: { totalAmount: money(amount, currency) },
});

describe('paidProblem', () => {
  it.each([
    ['leaves both references out', {}],
    ['names this invoice and payment', { invoiceReference: '1400000000001', paymentReference: '111111' }],
  ])('books a payment whose receipt %s', (_, receipt) => expect(problem(receipt)).toBeNull());

  it.each([
    ['invoice', { invoiceReference: '1400000000002' }, '1400000000002'],
    ['payment', { paymentReference: '222222' }, '222222'],
  ])('holds a payment whose receipt names another %s', (_, receipt, detail) =>
    expect(problem(receipt)).toEqual({ ...facts, kind: 'other-receipt', detail }),
  );

  it.each([
    ['no reference', { ersReference: undefined }, { kind: 'no-reference', ersReference: null }],
    ['no receipt', { receipt: undefined }, { kind: 'no-receipt', ...nothing }],
    ['no invoice in its receipt', { receipt: {} }, { kind: 'no-receipt', ...nothing }],
    ['no amount in its receipt', { receipt: { invoice: {} } }, { kind: 'no-receipt', ...nothing }],
    ['a lower amount', { receipt: invoiceOf(148_99) }, { kind: 'other-amount', amount: 148_99 }],
    ['a higher amount', { receipt: invoiceOf(149_01) }, { kind: 'other-amount', amount: 149_01 }],
    ['another currency', { receipt: invoiceOf(149_00, 'EUR') }, { kind: 'other-amount', currency: 'EUR' }],
  ])('holds a payment with %s', (_, change, held) =>
    expect(paidProblem(expected, { ...paid, ...change })).toEqual({ ...facts, ...held }),
  );

  it.each<[OrderState, string | undefined]>([
    ['PENDING', 'order-changed'],
    ['CANCELED', 'order-changed'],
    ['EXPIRED', 'order-changed'],
    ['PAID', undefined],
    ['REFUNDED', undefined],
  ])('compares the amount with the total of an order that is %s', (orderState, kind) =>
    expect(paidProblem({ ...expected, orderState, orderTotal: 99_00 }, paid)?.kind).toBe(kind),
  );
});

it('takes the reference from the receipt if the answer has none', () => {
  const status = { ...paid, ersReference: undefined, receipt: { ...paid.receipt, paymentReference: '333333' } };
  expect(ersReferenceOf(status)).toBe('333333');
  expect(factsOf(status)).toEqual({ ...facts, ersReference: '333333' });
  expect(paidProblem(expected, status)).toBeNull();
  expect(ersReferenceOf({ ...status, receipt: undefined })).toBeNull();
});
