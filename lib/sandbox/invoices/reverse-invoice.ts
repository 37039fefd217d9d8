import type { Sandbox } from '../context';
import { onInvoice } from './on-invoice';
import { reversePayment } from './reverse-payment';

/** Takes a payment back although the merchant knows of it. Refuses what is not PAID; null when there is no such invoice. */
export async function reverseInvoice(
  sandbox: Sandbox,
  reference: string,
): Promise<{ ok: boolean; status: string } | null> {
  return onInvoice(sandbox, reference, async (step) => {
    const ok = step.invoice.status === 'PAID';
    if (ok) await reversePayment(step);
    return { ok, status: step.invoice.status };
  });
}
