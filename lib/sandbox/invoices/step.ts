import { secondsAfter } from '../../clock';
import type { ClaimedNotification, Sandbox } from '../core/context';
import type { Tx } from '../database/client';
import type { Invoice } from '../database/generated/client';
import { insertRows } from '../database/insert-rows';
import { updateRows } from '../database/update-rows';

export type InvoiceUpdate = Partial<Omit<Invoice, 'reference' | 'terminalId'>>;

/** A write on one invoice: the transaction, the invoice's current state, and the time at which it happens. */
export class Step {
  readonly changes: string[] = [];
  readonly due: Date[] = [];
  /** Notifications to send after the commit. */
  readonly claimed: ClaimedNotification[] = [];

  constructor(
    readonly sandbox: Sandbox,
    readonly tx: Tx,
    public invoice: Invoice,
    public realNow: Date,
  ) {}

  /** The time of the invoice's own clock. */
  get time(): Date {
    return secondsAfter(this.realNow, this.invoice.clockOffset);
  }

  /** Writes a change with a history entry. A change of status raises the version, as SEQR does. */
  async change(update: InvoiceUpdate, kind: string, detail?: string): Promise<void> {
    const { reference, status, version } = this.invoice;
    const raised = update.status !== undefined && update.status !== status;
    const data = raised ? { ...update, previousStatus: status, version: version + 1 } : update;
    const count = await updateRows(this.tx, 'Invoice', { reference, status, version }, data);
    if (count !== 1) throw new Error(`sandbox: invoice ${reference} was modified concurrently`);
    await this.record(kind, detail);
    this.invoice = { ...this.invoice, ...data };
    if (data.dueAt) this.due.push(data.dueAt);
  }

  /** Writes a history entry and notifies pages. */
  async record(kind: string, detail?: string): Promise<void> {
    const invoiceReference = this.invoice.reference;
    await insertRows(this.tx, 'InvoiceEvent', [{ invoiceReference, at: this.time, kind, detail: detail ?? null }]);
    this.changes.push(kind);
  }
}
