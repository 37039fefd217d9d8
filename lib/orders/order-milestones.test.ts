import { expect, it } from 'vitest';
import { money } from '../money';
import { paidOrder } from '../testing/paid-order';
import { orderMilestones } from './order-milestones';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 13, minute));
const steps = (change: Parameters<typeof paidOrder>[0]) =>
  orderMilestones(paidOrder({ createdAt: at(0), paidAt: null, payment: null, ...change })).map(
    (step) => `${step.kind} ${step.at.getUTCMinutes()}`,
  );
const refund = (minute: number, byTransfer = false) => ({
  ...{
    id: `r${minute}`,
    amount: money(50_00, 'SEK'),
    at: at(minute),
    ersReference: null,
    creditNote: null,
    byTransfer,
  },
  ...{ lines: [], vat: [] },
});

it('lists what has happened to an order with its time, oldest first', () => {
  const shipment = { at: at(9), carrier: 'PostNord', trackingUrl: 'https://a.example/1' };
  expect(steps({ paidAt: at(3) })).toEqual(['placed 0', 'paid 3']);
  expect(steps({ paidAt: at(3), shipment })).toEqual(['placed 0', 'paid 3', 'sent 9']);
  expect(steps({ paidAt: at(3), shipment, refunds: [refund(5), refund(20, true)] })).toEqual([
    ...['placed 0', 'paid 3', 'refunded 5', 'sent 9', 'refunded 20'],
  ]);
  expect(steps({ state: 'CANCELED', closedAt: at(4) })).toEqual(['placed 0', 'cancelled 4']);
  expect(steps({ state: 'EXPIRED', closedAt: at(15) })).toEqual(['placed 0', 'expired 15']);
  expect(steps({ state: 'PENDING' })).toEqual(['placed 0']);
});

it('mentions a payment that arrived too late, and its refund', () => {
  const late = paidOrder({ state: 'EXPIRED', closedAt: at(15), createdAt: at(0), paidAt: null });
  const payment = late.payment && { ...late.payment, paidAt: at(16) };
  expect(orderMilestones({ ...late, payment, refunds: [refund(17)] }).map(({ kind }) => kind)).toEqual([
    ...['placed', 'expired', 'paid', 'refunded'],
  ]);
});
