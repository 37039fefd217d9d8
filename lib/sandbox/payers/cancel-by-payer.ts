import type { Sandbox } from '../context';
import { onInvoice } from '../invoices/on-invoice';
import { type PayRefusal, whyNotPayable } from './pay-invoice';

export type CancelResult = { ok: true } | { ok: false; reason: PayRefusal };

/** The payer says no in the app: CANCELED. */
export async function cancelInvoiceByPayer(sandbox: Sandbox, reference: string): Promise<CancelResult> {
  const result = await onInvoice(sandbox, reference, async (step): Promise<CancelResult> => {
    const reason = whyNotPayable(step.invoice);
    if (reason) return { ok: false, reason };
    const closed = { closedAt: step.time, closedBy: 'PAYER', dueAt: null };
    await step.change({ status: 'CANCELED', ...closed }, 'canceled-by-payer');
    return { ok: true };
  });
  return result ?? { ok: false, reason: 'unknown' };
}
