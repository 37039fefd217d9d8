import type { Sandbox } from '../core/context';
import type { Payer } from '../database/generated/client';
import { onInvoice } from '../invoices/on-invoice';
import type { Step } from '../invoices/step';
import { PENDING_TOKEN, parseCards, parseTokens } from '../invoices/tokens';
import { DEFAULT_PAYER } from './default-payer';

export type ScanResult = { ok: true; status: string } | { ok: false; reason: 'unknown' | 'unknown-payer' };

/**
 * Records that the payer opened the invoice. If the merchant must acknowledge it, the invoice then waits:
 * PENDING_ISSUER_ACKNOWLEDGE (SEQR developer site: Loyalty).
 */
export async function scanInvoice(
  sandbox: Sandbox,
  reference: string,
  payerId: string = DEFAULT_PAYER,
): Promise<ScanResult> {
  const result = await onInvoice(sandbox, reference, async (step): Promise<ScanResult> => {
    const payer = await step.tx.payer.findUnique({ where: { id: payerId } });
    if (!payer) return { ok: false, reason: 'unknown-payer' };
    // A confirmation in progress is not disturbed.
    if (step.invoice.status === 'ISSUED' && step.invoice.confirmingBy === null) {
      await noteScan(step, payerId);
      await offerTokens(step, payer);
    }
    return { ok: true, status: step.invoice.status };
  });
  return result ?? { ok: false, reason: 'unknown' };
}

/**
 * Records which payer opened the invoice. Another payer's card, and the merchant's answer to it, do not apply to this
 * payer. Cards swiped at the till do.
 */
async function noteScan(step: Step, payerId: string): Promise<void> {
  const { scannedAt, scannedBy, tokens } = step.invoice;
  if (scannedBy === payerId) return;
  const swiped = parseTokens(tokens).filter((token) => token.swiped);
  await step.change(
    {
      scannedAt: scannedAt ?? step.time,
      scannedBy: payerId,
      tokens: JSON.stringify(swiped),
      tokensAnsweredAt: null,
    },
    'scanned',
  );
}

/**
 * Makes the invoice wait, once for each payer, for a merchant who requires an acknowledgment. If an acknowledgment is
 * optional, the invoice waits only for a payer with a loyalty card. The merchant sees one card: the one swiped at the till,
 * otherwise the first in the app.
 */
export async function offerTokens(step: Step, payer: Payer): Promise<void> {
  if (step.invoice.status !== 'ISSUED' || step.invoice.acknowledgmentMode === 'NO_ACKNOWLEDGMENT') return;
  // A payer who pays without a scan must not take over what the merchant answered for the one who scanned.
  if (step.invoice.scannedBy !== null) await noteScan(step, payer.id);
  const { invoice } = step;
  if (invoice.tokensAnsweredAt) return;
  const cards = parseCards(payer.tokens);
  if (cards.length === 0 && invoice.acknowledgmentMode === 'OPTIONAL_ACKNOWLEDGMENT') return;
  const swiped = parseTokens(invoice.tokens);
  const offered = swiped.length > 0 ? swiped : cards.slice(0, 1).map((card) => ({ ...card, status: PENDING_TOKEN }));
  await step.change(
    {
      status: 'PENDING_ISSUER_ACKNOWLEDGE',
      tokens: JSON.stringify(offered),
      scannedAt: invoice.scannedAt ?? step.time,
      scannedBy: payer.id,
    },
    'offered-tokens',
  );
}
