import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bringsMoney,
  canMove,
  contradicts,
  isOpen,
  type OrderEvent,
  type OrderState,
  orderEvents,
  orderStates,
  orderStep,
  type PaymentState,
  paymentStates,
  stateOfStatus,
} from './order-states';

/** The model: an order, its stock (two units, one reserved for the order) and its money. */
type Model = { reserved: number; sold: number; others: number; received: number; refunded: number };
type Ledger = { state: OrderState; mails: number; kept: number };

const UNITS = 2;
const graph: Record<OrderState, readonly OrderState[]> = {
  PENDING: ['PAID', 'CANCELED', 'EXPIRED'],
  PAID: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['REFUNDED'],
  REFUNDED: [],
  CANCELED: ['PAID'],
  EXPIRED: ['PAID'],
};

class EventCommand implements fc.Command<Model, Ledger> {
  constructor(readonly event: 'money' | Exclude<OrderEvent, 'paid' | 'paid-stock-gone'>) {}

  /** Only paid money can be refunded. */
  check({ received, refunded }: Readonly<Model>): boolean {
    return !this.event.endsWith('refunded') || received > refunded;
  }

  run(model: Model, ledger: Ledger): void {
    const free = UNITS - model.reserved - model.sold - model.others;
    const event = this.event === 'money' ? (free > 0 ? 'paid' : 'paid-stock-gone') : this.event;
    const before = ledger.state;
    const step = orderStep(before, event);
    if (this.event === 'money') model.received += 1;
    if (step.money === 'refund') model.refunded += 1;
    else if (this.event === 'money') ledger.kept += 1;
    if (step.stock === 'sell' || step.stock === 'release') model.reserved -= 1;
    if (step.stock === 'sell' || step.stock === 'retake') model.sold += 1;
    if (step.mail === 'receipt') ledger.mails += 1;
    ledger.state = step.to;

    if (step.to !== before) expect(graph[before]).toContain(step.to);
    expect(model.reserved).toBe(ledger.state === 'PENDING' ? 1 : 0);
    expect(model.reserved + model.sold + model.others).toBeLessThanOrEqual(UNITS);
    expect(model.sold).toBe(ledger.kept);
    expect(ledger.kept).toBeLessThanOrEqual(1);
    expect(ledger.mails).toBe(ledger.kept);
    expect(model.received).toBe(ledger.kept + model.refunded);
  }

  toString = () => this.event;
}

class OthersBuy implements fc.Command<Model, Ledger> {
  check({ reserved, sold, others }: Readonly<Model>): boolean {
    return reserved + sold + others < UNITS;
  }
  run(model: Model): void {
    model.others += 1;
  }
  toString = () => 'others buy a unit';
}

describe('the state machine', () => {
  it('defines a next state for every event in every state', () => {
    for (const state of orderStates) {
      for (const event of orderEvents) expect(orderStates).toContain(orderStep(state, event).to);
    }
  });

  it('keeps stock, money and mails consistent for any sequence of events', () => {
    const eventCommands = (['money', ...orderEvents.slice(2)] as EventCommand['event'][]).map((event) =>
      fc.constant(new EventCommand(event)),
    );
    fc.assert(
      fc.property(fc.commands([...eventCommands, fc.constant(new OthersBuy())], { maxCommands: 30 }), (commands) => {
        const model: Model = { reserved: 1, sold: 0, others: 0, received: 0, refunded: 0 };
        fc.modelRun(() => ({ model, real: { state: 'PENDING', mails: 0, kept: 0 } }), commands);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[OrderEvent, Partial<Record<OrderState, string>>]>([
    [
      'paid',
      { PENDING: 'PAID sell keep receipt', CANCELED: 'PAID retake keep receipt', EXPIRED: 'PAID retake keep receipt' },
    ],
    ['paid-stock-gone', { PENDING: 'PAID sell keep receipt' }],
    ['cancelled', { PENDING: 'CANCELED release keep cancelled' }],
    ['timed-out', { PENDING: 'EXPIRED release keep expired' }],
    ['partly-refunded', { PAID: 'PARTIALLY_REFUNDED keep keep null' }],
    ['fully-refunded', { PAID: 'REFUNDED keep keep null', PARTIALLY_REFUNDED: 'REFUNDED keep keep null' }],
  ])('makes only these transitions on the event %s: %j', (event, changes) => {
    const money = event.startsWith('paid') ? 'refund' : 'keep';
    for (const state of orderStates) {
      const { to, stock, money: kept, mail } = orderStep(state, event);
      expect(`${to} ${stock} ${kept} ${mail}`).toBe(changes[state] ?? `${state} keep ${money} null`);
    }
  });

  it.each<[PaymentState, readonly PaymentState[]]>([
    ['CREATED', ['ISSUED', 'FAILED', 'UNKNOWN']],
    ['ISSUED', ['PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED']],
    ['PENDING_ISSUER_ACKNOWLEDGE', ['ISSUED', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED']],
    ['RESERVED', ['PAID', 'CANCELED', 'FAILED', 'EXPIRED']],
  ])('moves an open attempt from %s only to %j', (from, states) => {
    expect(isOpen(from)).toBe(true);
    expect(paymentStates.filter((to) => canMove(from, to))).toEqual(states);
  });

  it('knows every status that SEQR documents', () => {
    const known = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'];
    expect(known.map(stateOfStatus)).toEqual(known);
  });

  it('lets every issued attempt become PAID and keeps PAID final', () => {
    for (const from of paymentStates) {
      expect(canMove(from, 'PAID')).toBe(from !== 'PAID' && from !== 'CREATED');
      expect(canMove('PAID', from)).toBe(false);
      expect(bringsMoney(from)).toBe(from === 'PAID');
      if (!isOpen(from)) expect(paymentStates.filter((to) => canMove(from, to) && to !== 'PAID')).toEqual([]);
    }
  });

  it('treats a closed status of a booked payment as a contradiction and an open one as outdated', () => {
    expect(paymentStates.filter((state) => contradicts('PAID', state))).toEqual([
      'CANCELED',
      'FAILED',
      'EXPIRED',
      'UNKNOWN',
    ]);
    expect(paymentStates.some((state) => contradicts('ISSUED', state))).toBe(false);
  });

  it.each(['PARTIALLY_PAID', '', 'paid', 'UNKNOWN', 'CREATED'])('returns null for the unknown status “%s”', (word) => {
    expect(stateOfStatus(word)).toBeNull();
  });
});
