import type { Events } from './events';

/** This many calls take less than half a second if one takes 1.6 ms. Merchants' programs wait for several seconds. */
const MAX_CALLS = 256;
/** Calls that may be refused without harm: a merchant's program repeats them, or its buyer tries again. */
const ORDINARY: readonly string[] = ['getPaymentStatus', 'sendInvoice', 'benchmarkingNop'];
/** Other calls concern existing payments, so they are refused only at this multiple of the limit. */
const ROOM_FOR_PAYMENTS = 2;

/**
 * Keeps the sandbox responsive under any load: calls wait in a queue, and those beyond the limit are refused with 93
 * SYSTEM_BUSY before any work. Queries that prevent a payment's reversal have a higher limit than polls, so that other
 * merchants' polls never cause a reversal.
 */
export class Admission {
  readonly #unacknowledged = new Set<string>();
  readonly #maxCalls: number;
  /** Waiting calls that arrived within the limit, and those that arrived beyond it. Each function starts one. */
  readonly #within: (() => void)[] = [];
  readonly #beyond: (() => void)[] = [];
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
   * started as soon as they arrive, turns would take long under load, and new connections would wait for seconds.
   */
  turn(): Promise<boolean> {
    const isWithin = this.#within.length + this.#calls < this.#maxCalls;
    return new Promise((resolve) => {
      (isWithin ? this.#within : this.#beyond).push(() => resolve(isWithin));
      if (this.#within.length + this.#beyond.length === 1) setImmediate(this.#startNext);
    });
  }

  readonly #startNext = (): void => {
    this.#within.shift()?.();
    this.#beyond.shift()?.();
    if (this.#within.length + this.#beyond.length > 0) setImmediate(this.#startNext);
  };

  /** Returns a function to call when the answer is ready, or null if the call must be refused. */
  admit(operation: string, invoiceReference: string | undefined, isWithin: boolean): (() => void) | null {
    const isOrdinary = ORDINARY.includes(operation) && !this.#unacknowledged.has(invoiceReference ?? '');
    if (!isWithin && (isOrdinary || this.#calls >= this.#maxCalls * ROOM_FOR_PAYMENTS)) return null;
    this.#calls += 1;
    return () => {
      this.#calls -= 1;
    };
  }
}
