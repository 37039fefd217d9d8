import type { Sandbox } from '../core/context';
import { onInvoice } from '../invoices/on-invoice';
import { deliverDueNotifications } from '../notifications/deliver';

const BATCH = 200;

/** Runs the due work without waiting for answers to notifications. Returns the time of the next due work, or null. */
export async function doDueWork(sandbox: Sandbox): Promise<Date | null> {
  await settleDueInvoices(sandbox);
  const next = await deliverDueNotifications(sandbox);
  const invoice = await sandbox.db.read.invoice.findFirst({
    where: { dueAt: { not: null } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return earliest(next, invoice?.dueAt ?? null);
}

/** Runs the due work, then waits for the notifications in progress, or only for those about one invoice. */
export async function finishDueWork(sandbox: Sandbox, invoiceReference?: string): Promise<void> {
  await settleDueInvoices(sandbox);
  await deliverDueNotifications(sandbox);
  const awaited = [...sandbox.deliveries].filter(([, reference]) => (invoiceReference ?? reference) === reference);
  await Promise.all(awaited.map(([delivery]) => delivery));
}

async function settleDueInvoices(sandbox: Sandbox): Promise<void> {
  for (;;) {
    const due = await sandbox.db.read.invoice.findMany({
      where: { dueAt: { lte: sandbox.now() } },
      orderBy: { dueAt: 'asc' },
      select: { reference: true },
      take: BATCH,
    });
    for (const { reference } of due) await onInvoice(sandbox, reference, async () => {});
    if (due.length < BATCH) return;
  }
}

function earliest(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}
