import type { Events } from './events';

/** Together they take less than half a second where one takes 1.6 ms. Merchants' programs wait for several seconds. */
const MAX_CALLS = 256;
/** Calls that polls or new invoices can replace: a merchant's program repeats them, or lets its buyer try again. */
const ORDINARY: readonly string[] = ['getPaymentStatus', 'sendInvoice', 'benchmarkingNop'];
/** The other calls are about payments that exist, and get more room. */
const ROOM_FOR_PAYMENTS = 2;

/**
 * Keeps the sandbox answering under any load: it decides which calls are refused with 93 SYSTEM_BUSY before any work.
 * Only this many calls are admitted until the event loop has come round and could send their answers. The queries that
 * payments need in order not to be reversed are admitted longer than polls, so others' polls cost nobody a payment.
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

  /** Adds the payments that a process before this one left unacknowledged. */
  expectQueries(invoiceReferences: readonly string[]): void {
    for (const reference of invoiceReferences) this.#unacknowledged.add(reference);
  }

  /** Returns a function to call when the answer is ready, or null if the call must be refused. */
  admit(operation: string, invoiceReference: string | undefined): (() => void) | null {
    const isOrdinary = ORDINARY.includes(operation) && !this.#unacknowledged.has(invoiceReference ?? '');
    if (this.#calls >= this.#maxCalls * (isOrdinary ? 1 : ROOM_FOR_PAYMENTS)) return null;
    this.#calls += 1;
    // Not at once: while calls are answered faster than the loop reads them, the others wait unseen in their sockets.
    return () => {
      setImmediate(() => {
        this.#calls -= 1;
      });
    };
  }
}
