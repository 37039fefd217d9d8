import { describe, expect, it } from 'vitest';
import { actionsOf, needsReference } from './incident-actions';
import { heldKinds, type IncidentKind, isPaidKind, storedIncidentKind } from './incidents';
import { type OrderState, orderStates } from './order-states';

const facts = { status: 'PAID', amount: 100_00, currency: 'SEK', ersReference: '1' };
const actions = (kind: IncidentKind, change: Partial<typeof facts> | object = {}, state: OrderState = 'PENDING') =>
  actionsOf({ ...facts, ...change, kind }, { state, currency: 'SEK' });

describe('a person may resolve', () => {
  it.each(['other-amount', 'order-changed', 'settled-before', 'no-receipt'] as const)(
    '`%s`, which has its own reference, by booking or refunding the payment',
    (kind) => {
      for (const state of orderStates) expect(actions(kind, {}, state)).toEqual(['record', 'refund', 'settle']);
      expect(actions(kind, { currency: 'EUR' })).toEqual(['refund', 'settle']);
      expect(actions(kind, { amount: 0 })).toEqual(['refund', 'settle']);
      expect(actions(kind, { amount: null, currency: null })).toEqual(['record', 'refund', 'settle']);
    },
  );

  it.each([
    ['no-reference', { ersReference: null }],
    ['other-receipt', {}],
    ['duplicate-reference', {}],
  ] as const)('`%s`, whose reference is not its own, by booking it or closing the unpaid order', (kind, change) => {
    expect(needsReference({ ...facts, ...change, kind })).toBe(true);
    for (const state of ['PENDING', 'CANCELED', 'EXPIRED'] as const)
      expect(actions(kind, change, state)).toEqual(['record', 'close', 'settle']);
    for (const state of ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'] as const)
      expect(actions(kind, change, state)).toEqual(['record', 'settle']);
  });

  it.each(['unknown-invoice', 'unknown-status', 'unclear'] as const)(
    '`%s`, which may not be paid, by closing the unpaid order',
    (kind) => {
      expect(actions(kind)).toEqual(['close', 'settle']);
      expect(actions(kind, {}, 'PAID')).toEqual(['settle']);
    },
  );

  it('a contradicted payment by leaving it booked, unless SEQR reports it as paid', () => {
    expect(actions('contradicted', { status: 'CANCELED' }, 'PAID')).toEqual(['record', 'settle']);
    expect(actions('contradicted', { status: 'PAID' }, 'PAID')).toEqual(['settle']);
  });

  it('an excess by refunding it', () =>
    expect(actions('excess', { ersReference: null })).toEqual(['refund', 'settle']));
});

it('asks a person for a reference only if the payment has none', () => {
  expect(needsReference({ ...facts, kind: 'other-amount' })).toBe(false);
  expect(needsReference({ ...facts, kind: 'no-reference', ersReference: null })).toBe(true);
});

it('counts a payment as paid unless SEQR does not know it, its status or whether it is', () => {
  expect(heldKinds.filter((kind) => !isPaidKind(kind))).toEqual(['unknown-invoice', 'unknown-status', 'unclear']);
});

it('refuses an unknown kind', () => {
  expect(storedIncidentKind('excess')).toBe('excess');
  expect(() => storedIncidentKind('odd')).toThrow('odd is not a kind of incident');
});
