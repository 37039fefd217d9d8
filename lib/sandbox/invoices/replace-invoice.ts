import { isTill } from '../terminals/terminal-kind';
import type { Step } from './step';

export const OPEN_STATUSES = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE'];

/**
 * Cancels a till's invoice because the till has sent another, `next`. No-op for one that is no longer open or that the
 * payer is confirming: money that is on its way is not stopped.
 */
export async function replaceInvoice(step: Step, next: string): Promise<void> {
  const { status, confirmingBy } = step.invoice;
  if (confirmingBy || !OPEN_STATUSES.includes(status)) return;
  const closed = { closedAt: step.time, closedBy: 'MERCHANT', dueAt: null };
  await step.change({ status: 'CANCELED', ...closed }, 'replaced', `R${next}`);
}

/** Cancels a till's invoice whose confirmation was refused, if the till sent another in the meantime. */
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
