import type { Sandbox } from '../core/context';
import { onInvoice } from './on-invoice';
import { reversePayment } from './reverse-payment';

/**
 * Reverses a payment, even if the merchant has acknowledged it. `ok` is false if the invoice is not PAID. Returns null
 * if there is no such invoice.
 */
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
