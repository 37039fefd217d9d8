import type { Sandbox } from '../core/context';
import { onInvoice } from '../invoices/on-invoice';
import type { InvoiceUpdate } from '../invoices/step';
import { type PayRefusal, whyNotPayable } from './pay-invoice';

export type CancelResult = { ok: true } | { ok: false; reason: PayRefusal };

/** Cancels an invoice because the payer cancelled in the app. */
export async function cancelInvoiceByPayer(sandbox: Sandbox, reference: string): Promise<CancelResult> {
  const result = await onInvoice(sandbox, reference, async (step): Promise<CancelResult> => {
    const reason = whyNotPayable(step.invoice);
    if (reason) return { ok: false, reason };
    const closed: InvoiceUpdate = { status: 'CANCELED', closedAt: step.time, closedBy: 'PAYER', dueAt: null };
    await step.change(closed, 'canceled-by-payer');
    return { ok: true };
  });
  return result ?? { ok: false, reason: 'unknown' };
}
