import { expect, it } from 'vitest';
import { money } from '../money';
import { auditOrderEvent } from './audit-order-event';
import type { OrderEventContent } from './order-events';

const refund = { refundId: 'r', amount: 30_00, currency: 'SEK' };
const incident = { incident: 'excess', amount: 5_00, currency: 'SEK' } as const;
const totals = { from: 300_00, to: 100_00, currency: 'SEK' };
const changed = { before: money(300_00, 'SEK'), after: money(100_00, 'SEK') };
const amount = { before: null, after: money(30_00, 'SEK') };

it.each<[OrderEventContent, object]>([
  [{ kind: 'accepted' }, { before: false, after: true }],
  [{ kind: 'cancel-requested' }, { before: false, after: true }],
  [{ kind: 'receipt-resent' }, { before: false, after: true }],
  [{ kind: 'undelivered' }, { before: false, after: true }],
  [{ kind: 'delivered' }, { before: null, after: expect.any(Date), note: null }],
  [
    { kind: 'delivered', carrier: 'PostNord', trackingUrl: null },
    { before: null, after: expect.any(Date), note: 'PostNord' },
  ],
  [
    { kind: 'delivered', carrier: 'Bike', trackingUrl: 'https://bike.example/1' },
    { before: null, after: expect.any(Date), note: 'Bike · https://bike.example/1' },
  ],
  [
    { kind: 'goods-released', days: 7 },
    { before: null, after: 7 },
  ],
  [
    { kind: 'incident', ...incident, status: null, ersReference: null, detail: 'T-10001' },
    { before: null, after: 'excess', note: 'T-10001' },
  ],
  [
    { kind: 'incident-ended', ...incident, outcome: 'settled', note: 'in cash' },
    { before: 'excess', after: 'settled', note: 'in cash' },
  ],
  [{ kind: 'change-requested', ...totals }, changed],
  [{ kind: 'change-dropped', ...totals }, changed],
  [{ kind: 'changed', ...totals }, changed],
  [
    { kind: 'transfer-received', amount: 30_00, currency: 'SEK', note: 'from Bo' },
    { ...amount, note: 'from Bo' },
  ],
  [
    { kind: 'refund-requested', ...refund, reason: 'broken' },
    { ...amount, note: 'broken' },
  ],
  [
    { kind: 'refund-done', ...refund, ersReference: '77', byHand: false },
    { ...amount, note: '77' },
  ],
  [
    { kind: 'refund-refused', ...refund, failure: 'no', byHand: true },
    { ...amount, note: 'no' },
  ],
  [
    { kind: 'refund-unknown', ...refund, failure: 'lost' },
    { ...amount, note: 'lost' },
  ],
])('records %j in the audit list', (content, change) => {
  expect(auditOrderEvent(content)).toEqual({ field: content.kind, ...change });
});
