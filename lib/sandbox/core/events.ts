import { EventEmitter } from 'node:events';

/**
 * A change of an invoice, or of faults or terminals if the reference is empty. Listeners read the new state from the
 * database.
 */
export type InvoiceChange = { invoiceReference: string; kind: string };

/** Notifies this process's open pages of changes, after the commit. */
export class Events {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  publish(change: InvoiceChange): void {
    this.#emitter.emit(change.invoiceReference, change);
    this.#emitter.emit('*', change);
  }

  /** Subscribes to one invoice, or to all with `*`. Returns a function that unsubscribes. */
  subscribe(invoiceReference: string, listener: (change: InvoiceChange) => void): () => void {
    this.#emitter.on(invoiceReference, listener);
    return () => this.#emitter.off(invoiceReference, listener);
  }
}
