import type { InvoiceStatus } from '../database/generated/client';
import { isTill } from '../terminals/terminal-kind';
import type { InvoiceUpdate, Step } from './step';

export const OPEN_STATUSES: InvoiceStatus[] = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE'];

/**
 * Cancels a till's invoice because the till sent another one, `next`. No-op if the earlier invoice is no longer open or its
 * payer is confirming: a payment in progress is not stopped.
 */
export async function replaceInvoice(step: Step, next: string): Promise<void> {
  const { status, confirmingBy } = step.invoice;
  if (confirmingBy || !OPEN_STATUSES.includes(status)) return;
  const closed: InvoiceUpdate = { status: 'CANCELED', closedAt: step.time, closedBy: 'MERCHANT', dueAt: null };
  await step.change(closed, 'replaced', `R${next}`);
}

/** Cancels a till's invoice after a refused confirmation, if the till has sent another one. */
export async function replaceRefusedInvoice(step: Step): Promise<void> {
  const { sandbox, tx, invoice } = step;
  if (!isTill(await sandbox.merchants.findTerminal(invoice.terminalId))) return;
  const next = await tx.invoice.findFirst({
    where: {
      terminalId: invoice.terminalId,
      status: { in: OPEN_STATUSES },
      reference: { not: invoice.reference },
    },
    select: { reference: true },
  });
  if (next) await replaceInvoice(step, next.reference);
}
