import { describe, expect, it } from 'vitest';
import { orderHistory } from './order-history';

const at = new Date('2026-11-29T10:00:00Z');
const effect = { key: 'mail-receipt:1', kind: 'mail-receipt', createdAt: at, doneAt: at, failure: null };
const order = {
  createdAt: at,
  closedAt: null,
  state: 'PAID' as const,
  events: [],
  payments: [],
  effects: [effect],
  mails: [],
};
const mailed = (mail: { sentAt: Date | null; failure: string | null }) =>
  orderHistory({ ...order, mails: [{ cause: effect.key, ...mail }] }).find(({ type }) => type === 'effect');

describe('a mail in an order’s history', () => {
  it('is shown as sent', () => {
    expect(mailed({ sentAt: at, failure: null })).toMatchObject({ unsent: false, failure: null });
  });

  it('is shown as unsent without a mail server', () => {
    expect(mailed({ sentAt: null, failure: null })).toMatchObject({ unsent: true });
  });

  it('is not shown if it was outdated before it could be written', () => {
    expect(orderHistory(order).map(({ type }) => type)).toEqual(['ordered']);
  });

  it('is shown as refused by the mail server', () => {
    expect(mailed({ sentAt: null, failure: 'no such user' })).toMatchObject({ unsent: false, failure: 'no such user' });
  });
});
