import type { Events } from './events';

/** This many calls take less than half a second if one takes 1.6 ms. Merchants' programs wait for several seconds. */
const MAX_CALLS = 256;
/** Calls that may be refused without harm: a merchant's program repeats them, or its buyer tries again. */
const ORDINARY: readonly string[] = ['getPaymentStatus', 'sendInvoice', 'benchmarkingNop'];
/** Other calls concern existing payments, so they are refused only at this multiple of the limit. */
const ROOM_FOR_PAYMENTS = 2;

/**
 * Keeps the sandbox responsive under any load: calls beyond the limit are refused with 93 SYSTEM_BUSY before any work. A
 * call counts until the event loop has had time to send its answer. Queries that prevent a payment's reversal have a higher
 * limit than polls, so that other merchants' polls never cause a reversal.
 */
export class Admission {
  readonly #unacknowledged = new Set<string>();
  readonly #maxCalls: number;
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

  /** Returns a function to call when the answer is ready, or null if the call must be refused. */
  admit(operation: string, invoiceReference: string | undefined): (() => void) | null {
    const isOrdinary = ORDINARY.includes(operation) && !this.#unacknowledged.has(invoiceReference ?? '');
    if (this.#calls >= this.#maxCalls * (isOrdinary ? 1 : ROOM_FOR_PAYMENTS)) return null;
    this.#calls += 1;
    // Not immediately: calls finish before the loop reads the next ones, so the count would stay low under any load.
    return () => {
      setImmediate(() => {
        this.#calls -= 1;
      });
    };
  }
}
