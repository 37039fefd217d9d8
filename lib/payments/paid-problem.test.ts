import { expect, it } from 'vitest';
import { money } from '../money';
import { paidProblem } from './paid-problem';

const expected = {
  invoiceReference: '1400000000001',
  amount: 149_00,
  currency: 'SEK',
  orderState: 'PENDING',
  orderTotal: 149_00,
} as const;

const problem = (receipt: { invoiceReference?: string; paymentReference?: string }) =>
  paidProblem(expected, {
    status: 'PAID',
    version: 1,
    ersReference: '111111',
    customerTokens: [],
    receipt: { invoice: { totalAmount: money(149_00, 'SEK') }, ...receipt },
  });

it.each([
  ['leaves both references out', {}],
  ['names this invoice and payment', { invoiceReference: '1400000000001', paymentReference: '111111' }],
])('books a payment whose receipt %s', (_, receipt) => expect(problem(receipt)).toBeNull());

it.each([
  ['invoice', { invoiceReference: '1400000000002' }, '1400000000002'],
  ['payment', { paymentReference: '222222' }, '222222'],
])('holds a payment whose receipt names another %s', (_, receipt, detail) =>
  expect(problem(receipt)).toMatchObject({ kind: 'other-receipt', detail }),
);
