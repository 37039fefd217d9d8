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
  paymentStates,
  stateOfStatus,
} from './order-states';

/** What an order, its goods and its money are in the model: two units on the shelf, one of them held for the order. */
type Model = { reserved: number; sold: number; others: number; came: number; wentBack: number };
type Books = { state: OrderState; mails: number; kept: number };

const UNITS = 2;
const graph: Record<OrderState, readonly OrderState[]> = {
  PENDING: ['PAID', 'CANCELED', 'EXPIRED'],
  PAID: ['PARTIALLY_REFUNDED', 'REFUNDED'],
  PARTIALLY_REFUNDED: ['REFUNDED'],
  REFUNDED: [],
  CANCELED: ['PAID'],
  EXPIRED: ['PAID'],
};

class Happens implements fc.Command<Model, Books> {
  constructor(readonly event: 'money' | Exclude<OrderEvent, 'paid' | 'paid-goods-gone'>) {}

  /** Only what was paid can be refunded. */
  check({ came, wentBack }: Readonly<Model>): boolean {
    return !this.event.startsWith('refunded') || came > wentBack;
  }

  run(model: Model, books: Books): void {
    const free = UNITS - model.reserved - model.sold - model.others;
    const event = this.event === 'money' ? (free > 0 ? 'paid' : 'paid-goods-gone') : this.event;
    const before = books.state;
    const step = orderStep(before, event);
    if (this.event === 'money') model.came += 1;
    if (step.money === 'send-back') model.wentBack += 1;
    else if (this.event === 'money') books.kept += 1;
    if (step.stock === 'sell' || step.stock === 'release') model.reserved -= 1;
    if (step.stock === 'sell' || step.stock === 'retake') model.sold += 1;
    if (step.mail) books.mails += 1;
    books.state = step.to;

    if (step.to !== before) expect(graph[before]).toContain(step.to);
    expect(model.reserved).toBe(books.state === 'PENDING' ? 1 : 0);
    expect(model.reserved + model.sold + model.others).toBeLessThanOrEqual(UNITS);
    expect(model.sold).toBe(books.kept);
    expect(books.kept).toBeLessThanOrEqual(1);
    expect(books.mails).toBe(books.kept);
    expect(model.came).toBe(books.kept + model.wentBack);
  }

  toString = () => this.event;
}

class OthersBuy implements fc.Command<Model, Books> {
  check({ reserved, sold, others }: Readonly<Model>): boolean {
    return reserved + sold + others < UNITS;
  }
  run(model: Model): void {
    model.others += 1;
  }
  toString = () => 'others buy a unit';
}

describe('the state machine', () => {
  it('has an answer to every event in every state', () => {
    for (const state of orderStates) {
      for (const event of orderEvents) expect(orderStates).toContain(orderStep(state, event).to);
    }
  });

  it('keeps stock, money and mail right, whatever comes in whatever order', () => {
    const happens = (['money', ...orderEvents.slice(2)] as Happens['event'][]).map((event) =>
      fc.constant(new Happens(event)),
    );
    fc.assert(
      fc.property(fc.commands([...happens, fc.constant(new OthersBuy())], { maxCommands: 30 }), (commands) => {
        const model: Model = { reserved: 1, sold: 0, others: 0, came: 0, wentBack: 0 };
        fc.modelRun(() => ({ model, real: { state: 'PENDING', mails: 0, kept: 0 } }), commands);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets every attempt become PAID from the moment that SEQR has its invoice, and lets nothing follow that', () => {
    for (const from of paymentStates) {
      expect(canMove(from, 'PAID')).toBe(from !== 'PAID' && from !== 'CREATED');
      expect(canMove('PAID', from)).toBe(false);
      expect(bringsMoney(from)).toBe(from === 'PAID');
      if (!isOpen(from)) expect(paymentStates.filter((to) => canMove(from, to) && to !== 'PAID')).toEqual([]);
    }
  });

  it('takes a closed status of a booked payment for a contradiction, an older open one for a slow answer', () => {
    expect(paymentStates.filter((state) => contradicts('PAID', state))).toEqual([
      'CANCELED',
      'FAILED',
      'EXPIRED',
      'UNKNOWN',
    ]);
    expect(paymentStates.some((state) => contradicts('ISSUED', state))).toBe(false);
  });

  it.each(['PARTIALLY_PAID', '', 'paid', 'UNKNOWN', 'CREATED'])('does not know SEQR’s word “%s”', (word) => {
    expect(stateOfStatus(word)).toBeNull();
  });
});
