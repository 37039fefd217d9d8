import { secondsAfter } from '../../clock';
import type { Sandbox } from '../core/context';
import type { Invoice, Payer } from '../database/generated/client';
import { explainWaiting } from '../invoices/acknowledgment';
import { completePayment } from '../invoices/complete-payment';
import { faultScope } from '../invoices/fault-scope';
import { onInvoice } from '../invoices/on-invoice';
import type { Step } from '../invoices/step';
import { checkPin } from './check-pin';
import { DEFAULT_PAYER } from './default-payer';
import { offerTokens } from './scan-invoice';

/** Test PINs that force an outcome, like test card numbers. No payer can have one of them. */
const MAGIC_PINS = { fails: '0001', lacksMoney: '0002', slow: '0003' };
const SLOW_SECONDS = 5;

type ClosedReason = 'already-paid' | 'canceled' | 'expired' | 'failed';
export type PayRefusal =
  | 'unknown'
  | ClosedReason
  | 'in-progress'
  | 'waiting-for-merchant'
  | 'changed'
  | 'unknown-payer'
  | 'wrong-pin'
  | 'pin-blocked'
  | 'too-little-money'
  | 'cannot-reserve'
  | 'payment-failed';

/** `confirming`: the payment is still in progress; the invoice's changes show the outcome. */
export type PayResult =
  | { ok: true; status: string; confirming: boolean; ersReference: string | null }
  /** `explanation`: details beyond the reason, for the merchant's developer. */
  | { ok: false; reason: PayRefusal; explanation?: string | null };

export interface PayOptions {
  payerId?: string | undefined;
  /** The total in minor units that the payer saw. If the total has changed, the payment is refused with `changed`. */
  seenTotal?: number | undefined;
  /** How long the confirmation takes, by the invoice's clock. */
  takesSeconds?: number | undefined;
}

/** Pays an invoice, or reserves the money if the merchant requested it. The invoice need not have been scanned. */
export async function payInvoice(
  sandbox: Sandbox,
  reference: string,
  pin: string,
  { payerId = DEFAULT_PAYER, seenTotal, takesSeconds = 0 }: PayOptions = {},
): Promise<PayResult> {
  const result = await onInvoice(sandbox, reference, async (step): Promise<PayResult> => {
    const closed = whyNotPayable(step.invoice);
    if (closed) return { ok: false, reason: closed };
    const payer = await step.tx.payer.findUnique({ where: { id: payerId } });
    if (!payer) return { ok: false, reason: 'unknown-payer' };
    await offerTokens(step, payer);
    if (step.invoice.status === 'PENDING_ISSUER_ACKNOWLEDGE') {
      return { ok: false, reason: 'waiting-for-merchant', explanation: explainWaiting(step.invoice) };
    }
    if (seenTotal !== undefined && seenTotal !== step.invoice.total) return { ok: false, reason: 'changed' };
    const wrong = isMagic(pin) ? null : await checkPin(step, payer, pin);
    if (wrong) return { ok: false, reason: wrong };
    return confirm(step, payer, pin, pin === MAGIC_PINS.slow ? Math.max(SLOW_SECONDS, takesSeconds) : takesSeconds);
  });
  return result ?? { ok: false, reason: 'unknown' };
}

async function confirm(step: Step, payer: Payer, pin: string, takesSeconds: number): Promise<PayResult> {
  const fault = await step.sandbox.faults.take(['refusePayer'], faultScope(step.invoice), step.tx);
  if (pin === MAGIC_PINS.fails || fault?.reason === 'payment-failed') {
    await step.change({ status: 'FAILED', payerId: payer.id, closedAt: step.time, dueAt: null }, 'failed');
    return { ok: false, reason: 'payment-failed' };
  }
  if (pin === MAGIC_PINS.lacksMoney || fault) return { ok: false, reason: 'too-little-money' };
  if (takesSeconds > 0) {
    const dueAt = secondsAfter(step.realNow, takesSeconds);
    await step.change({ confirmingBy: payer.id, dueAt }, 'confirming');
    return { ok: true, status: step.invoice.status, confirming: true, ersReference: null };
  }
  const paid = await completePayment(step, payer.id);
  if (!paid.ok) return paid;
  const { status, ersReference } = step.invoice;
  return { ok: true, status, confirming: false, ersReference };
}

/** Returns why the payer cannot pay the invoice, or null if it can be paid. */
export function whyNotPayable({ status, confirmingBy }: Invoice): PayRefusal | null {
  if (confirmingBy) return 'in-progress';
  switch (status) {
    case 'PAID':
    case 'RESERVED':
      return 'already-paid';
    case 'CANCELED':
      return 'canceled';
    case 'EXPIRED':
      return 'expired';
    case 'FAILED':
      return 'failed';
    default:
      return null;
  }
}

export function isMagic(pin: string): boolean {
  return Object.values(MAGIC_PINS).includes(pin);
}
