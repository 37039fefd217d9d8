import type { Invoice } from '../database/generated/client';

type Waiting = Pick<Invoice, 'status' | 'acknowledgmentMode' | 'acknowledgmentByDefault' | 'tokensAnsweredAt'>;

/**
 * Explains to the merchant's developer why the payer of an unpaid invoice waits, or will wait after scanning. Null if
 * the payer does not wait.
 */
export function explainWaiting(invoice: Waiting): string | null {
  const { status, acknowledgmentMode: mode } = invoice;
  const pending = status === 'PENDING_ISSUER_ACKNOWLEDGE';
  const willWait = status === 'ISSUED' && mode === 'REQUIRE_ACKNOWLEDGMENT' && invoice.tokensAnsweredAt === null;
  if (!pending && !willWait) return null;
  if (invoice.acknowledgmentByDefault) {
    return `sendInvoice did not set acknowledgmentMode, so it defaults to ${mode}: the payer waits for updateInvoice. To avoid this, send NO_ACKNOWLEDGMENT.`;
  }
  return `The invoice uses ${mode}: after the scan, the payer waits for your updateInvoice call, even without loyalty cards.`;
}
