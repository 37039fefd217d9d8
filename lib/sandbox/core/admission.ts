import type { Events } from './events';

/** This many calls take less than half a second if one takes 1.6 ms. Merchants' programs wait for several seconds. */
const MAX_CALLS = 256;
/** Calls that may be refused without harm: a merchant's program repeats them, or its buyer tries again. */
const ORDINARY: readonly string[] = ['getPaymentStatus', 'sendInvoice', 'benchmarkingNop'];
/** Other calls concern existing payments. They are refused only at this multiple of the limit. */
const ROOM_FOR_PAYMENTS = 2;

/**
 * Limits the load. Calls wait for their turn, and ordinary calls that arrive beyond the limit are refused with 93
 * SYSTEM_BUSY. The first query about a payment prevents its reversal, so it has a higher limit: other merchants' polls
 * must not cause its refusal.
 */
export class Admission {
  readonly #unacknowledged = new Set<string>();
  readonly #maxCalls: number;
  /** Functions that start the waiting calls that arrived within the limit, and those that arrived beyond it. */
  readonly #withinLimit: (() => void)[] = [];
  readonly #beyondLimit: (() => void)[] = [];
  #calls = 0;

  constructor(events: Events, maxCalls = MAX_CALLS) {
    this.#maxCalls = maxCalls;
    events.subscribe('*', ({ invoiceReference, kind }) => {
      if (kind === 'paid') this.#unacknowledged.add(invoiceReference);
      else if (kind === 'acknowledged' || kind === 'reversed') this.#unacknowledged.delete(invoiceReference);
    });
  }

  /** Adds the unacknowledged payments of an earlier process. */
  expectQueries(invoiceReferences: readonly string[]): void {
    for (const reference of invoiceReferences) this.#unacknowledged.add(reference);
  }

  /**
   * Waits for the call's turn, and returns whether the call arrived within the limit. In each turn of the event loop, one
   * call within the limit starts and one beyond it, because Node accepts only one new connection per turn. If calls
   * started as soon as they arrived, turns would take long under load, and new connections would wait for seconds.
   */
  awaitTurn(): Promise<boolean> {
    const isWithinLimit = this.#withinLimit.length + this.#calls < this.#maxCalls;
    return new Promise((resolve) => {
      (isWithinLimit ? this.#withinLimit : this.#beyondLimit).push(() => resolve(isWithinLimit));
      if (this.#withinLimit.length + this.#beyondLimit.length === 1) setImmediate(this.#startNext);
    });
  }

  readonly #startNext = (): void => {
    this.#withinLimit.shift()?.();
    this.#beyondLimit.shift()?.();
    if (this.#withinLimit.length + this.#beyondLimit.length > 0) setImmediate(this.#startNext);
  };

  /** Returns a function to call when the answer is ready, or null if the call must be refused. */
  admit(operation: string, invoiceReference: string | undefined, isWithinLimit: boolean): (() => void) | null {
    const isOrdinary = ORDINARY.includes(operation) && !this.#unacknowledged.has(invoiceReference ?? '');
    if (isOrdinary && !isWithinLimit) return null;
    // `awaitTurn` does not count a call whose turn has come but whose body is still arriving, so the limit is checked again.
    if (this.#calls >= this.#maxCalls * (isOrdinary ? 1 : ROOM_FOR_PAYMENTS)) return null;
    this.#calls += 1;
    return () => {
      this.#calls -= 1;
    };
  }
}
