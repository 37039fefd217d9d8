import type { Sandbox } from '../core/context';
import type { Tx } from '../database/client';
import { findInvoiceRow } from '../database/find-invoice-row';
import type { Invoice } from '../database/generated/client';
import { settleDue } from './settle-due';
import { Step } from './step';

/**
 * Changes an invoice in one write transaction. First it applies what was already due for this invoice, such as its
 * expiry, so a late timer never allows a late payment or acknowledgment. Returns null if there is no such invoice.
 */
export async function onInvoice<T>(
  sandbox: Sandbox,
  reference: string,
  act: (step: Step) => Promise<T>,
): Promise<T | null> {
  let done: Step | undefined;
  const result = await sandbox.db.write(async (tx) => {
    const invoice = await findInvoiceRow(tx, reference);
    if (!invoice) return null;
    done = await beginStep(sandbox, tx, invoice);
    return act(done);
  });
  if (done) announceStep(done);
  return result;
}

/**
 * Begins a write on one invoice and applies what was already due for it. A transaction that writes several invoices calls
 * this once for each. Call `announceStep` after the commit.
 */
export async function beginStep(sandbox: Sandbox, tx: Tx, invoice: Invoice): Promise<Step> {
  const step = new Step(sandbox, tx, invoice, sandbox.now());
  await settleDue(step);
  return step;
}

/** Call after the commit. Sends notifications, and tells pages what has changed and the timer when the next work is due. */
export function announceStep({ sandbox, invoice, changes, due, claimed }: Step): void {
  for (const notification of claimed) sandbox.sendClaimed(notification);
  for (const kind of changes) sandbox.events.publish({ invoiceReference: invoice.reference, kind });
  for (const dueAt of due) sandbox.wake(dueAt);
}

/** Reads an invoice's current state. Returns null if it does not exist or belongs to another terminal. */
export async function findInvoice(sandbox: Sandbox, reference: string, terminalId?: string): Promise<Invoice | null> {
  const invoice = await findInvoiceRow(sandbox.db.read, reference);
  if (!invoice || (terminalId !== undefined && invoice.terminalId !== terminalId)) return null;
  if (!invoice.dueAt || invoice.dueAt > sandbox.now()) return invoice;
  return onInvoice(sandbox, reference, async (step) => step.invoice);
}
