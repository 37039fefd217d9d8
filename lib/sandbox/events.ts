import { EventEmitter } from 'node:events';

/** Something happened to that invoice; who hears it reads the new state from the database. */
export type InvoiceChange = { invoiceReference: string; kind: string };

/** Tells the process's open pages of changes, after the commit. */
export class Events {
  readonly #emitter = new EventEmitter().setMaxListeners(0);

  publish(change: InvoiceChange): void {
    this.#emitter.emit(change.invoiceReference, change);
    this.#emitter.emit('*', change);
  }

  /** Listens to one invoice, or to all with `*`; returns what ends it. */
  subscribe(invoiceReference: string, listener: (change: InvoiceChange) => void): () => void {
    this.#emitter.on(invoiceReference, listener);
    return () => this.#emitter.off(invoiceReference, listener);
  }
}
