import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { timeAfterRefund, timeOfRefund } from './money-times';

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, second));
beforeEach(() => void vi.useFakeTimers({ now: at(10), toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const order = (paid: number, booked: number, transferred: number, ended: number) => ({
  paidAt: at(paid),
  payments: [{ paidAt: at(booked) }, { paidAt: null }],
  transfers: [{ at: at(transferred) }],
  incidents: [{ endedAt: at(ended) }, { endedAt: null }],
});

it.each([
  ['now', order(1, 2, 3, 4), 10],
  ['when the order was paid', order(11, 2, 3, 4), 11],
  ['when a payment was booked', order(1, 12, 3, 4), 12],
  ['when a transfer was received', order(1, 2, 13, 4), 13],
  ['when an incident ended', order(1, 2, 3, 14), 14],
  ['now, if nothing is known', { paidAt: null, payments: [], transfers: [], incidents: [] }, 10],
])('a refund is requested %s, whichever clock is ahead', (_, facts, second) => {
  expect(timeOfRefund(facts)).toEqual(at(second));
});

it('money arrives now, and always after an earlier refund', () => {
  expect(timeAfterRefund(null)).toEqual(at(10));
  expect(timeAfterRefund(at(9))).toEqual(at(10));
  expect(timeAfterRefund(at(10)).getTime()).toBe(at(10).getTime() + 1);
  expect(timeAfterRefund(at(70)).getTime()).toBe(at(70).getTime() + 1);
});
