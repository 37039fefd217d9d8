import type { Invoice } from '../database/generated/client';

export const ACKNOWLEDGMENT_MODES = ['NO_ACKNOWLEDGMENT', 'OPTIONAL_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT'] as const;
export type AcknowledgmentMode = (typeof ACKNOWLEDGMENT_MODES)[number];

type Waiting = Pick<Invoice, 'status' | 'acknowledgmentMode' | 'acknowledgmentByDefault' | 'tokensAnsweredAt'>;

/**
 * Why the payer of an unpaid invoice waits for the merchant, or will after the scan: one sentence for the merchant's
 * programmer. Null when the payer does not wait.
 */
export function explainWaiting(invoice: Waiting): string | null {
  const { status, acknowledgmentMode: mode } = invoice;
  const pending = status === 'PENDING_ISSUER_ACKNOWLEDGE';
  const willWait = status === 'ISSUED' && mode === 'REQUIRE_ACKNOWLEDGMENT' && invoice.tokensAnsweredAt === null;
  if (!pending && !willWait) return null;
  if (invoice.acknowledgmentByDefault) {
    return `sendInvoice had no acknowledgmentMode, which means ${mode}: the payer waits for updateInvoice, unless you send NO_ACKNOWLEDGMENT.`;
  }
  return `The invoice has ${mode}: after the scan, the payer waits until updateInvoice answers the loyalty cards, even if there are none.`;
}
