import { describe, expect, it } from 'vitest';
import {
  canAccept,
  canCancel,
  canChange,
  canDeliver,
  canPack,
  canReceiveTransfer,
  canUndoDelivery,
} from './allowed-actions';
import { orderStates } from './order-states';

type Order = Parameters<typeof canChange>[0];
const order: Order = {
  ...{ state: 'PENDING', paymentMethod: 'seqr', deliveredAt: null, awaitsReview: false, isHeld: false, transferred: 0 },
};
const transfer: Order = { ...order, paymentMethod: 'invoice' };
const sent: Order = { ...order, state: 'PAID', deliveredAt: new Date() };
const partlyPaid: Order = { ...order, transferred: 1 };
const statesThat = (can: (one: Order) => boolean, change: Partial<Order> = {}) =>
  orderStates.filter((state) => can({ ...order, ...change, state }));

describe('a merchant may', () => {
  it('cancel or change an order while it is unpaid', () => {
    expect(statesThat(canCancel)).toEqual(['PENDING']);
    expect(statesThat(canChange)).toEqual(['PENDING']);
  });

  it('not cancel or change an order with a held payment, nor change one that is partly paid', () => {
    expect([canCancel({ ...order, isHeld: true }), canChange({ ...order, isHeld: true })]).toEqual([false, false]);
    expect([canCancel(partlyPaid), canChange(partlyPaid)]).toEqual([true, false]);
  });

  it('accept an order only while it is unpaid and awaits review', () => {
    expect(statesThat(canAccept, { awaitsReview: true })).toEqual(['PENDING']);
    expect(statesThat(canAccept)).toEqual([]);
  });

  it('pack and deliver an order that is paid, deliver it once, and undo that in any state', () => {
    expect(statesThat(canPack)).toEqual(['PAID', 'PARTIALLY_REFUNDED']);
    expect(statesThat(canDeliver)).toEqual(['PAID', 'PARTIALLY_REFUNDED']);
    expect([canPack(sent), canDeliver(sent)]).toEqual([true, false]);
    expect([canUndoDelivery(order), canUndoDelivery(sent)]).toEqual([false, true]);
  });

  it('record a transfer for a bank-transfer order in any state, except while it awaits review', () => {
    expect(statesThat(canReceiveTransfer)).toEqual([]);
    expect(statesThat(canReceiveTransfer, transfer)).toEqual([...orderStates]);
    const reviewed = statesThat(canReceiveTransfer, { ...transfer, awaitsReview: true });
    expect(reviewed).toEqual(orderStates.filter((state) => state !== 'PENDING'));
  });
});
