import type { Sandbox } from '../context';
import type { Tx } from '../database/client';
import type { Invoice } from '../database/generated/client';
import { settleDue } from './settle-due';
import { Step } from './step';

/**
 * Acts on an invoice inside one write transaction, after everything that is overdue for it has been done: so nothing
 * can be paid after its time or acknowledged too late, however late a timer is. Null when there is no such invoice.
 */
export async function onInvoice<T>(
  sandbox: Sandbox,
  reference: string,
  act: (step: Step) => Promise<T>,
): Promise<T | null> {
  let done: Step | undefined;
  const result = await sandbox.db.write(async (tx) => {
    const invoice = await tx.invoice.findUnique({ where: { reference } });
    if (!invoice) return null;
    done = await beginStep(sandbox, tx, invoice);
    return act(done);
  });
  if (done) announceStep(done);
  return result;
}

/** For a transaction that concerns several invoices: does what is overdue for this one. Follow with `announceStep`. */
export async function beginStep(sandbox: Sandbox, tx: Tx, invoice: Invoice): Promise<Step> {
  const step = new Step(sandbox, tx, invoice, sandbox.now());
  await settleDue(step);
  return step;
}

/** To be called after the commit: pages learn of the changes, and the timer of what they made due. */
export function announceStep({ sandbox, invoice, changes, due }: Step): void {
  for (const kind of changes) sandbox.events.publish({ invoiceReference: invoice.reference, kind });
  for (const dueAt of due) sandbox.wake(dueAt);
}

/** Reads an invoice as it is by now. Null when there is none, or when it is not that terminal's. */
export async function findInvoice(sandbox: Sandbox, reference: string, terminalId?: string): Promise<Invoice | null> {
  const invoice = await sandbox.db.read.invoice.findUnique({ where: { reference } });
  if (!invoice || (terminalId !== undefined && invoice.terminalId !== terminalId)) return null;
  if (!invoice.dueAt || invoice.dueAt > sandbox.now()) return invoice;
  return onInvoice(sandbox, reference, async (step) => step.invoice);
}
