import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { isDuplicate } from '../db/database-failure';
import { storedLanguage } from '../i18n/languages';
import { log } from '../log';
import { formatOrderNumber } from '../orders/get-order';
import { publishChange } from '../orders/order-changes';
import { notificationPath, receiptPath } from '../orders/order-urls';
import { enqueue } from '../outbox/enqueue';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { swedishDay } from '../swedish-day';
import { noteSeqrCall } from './breaker';
import { composeInvoice } from './compose-invoice';
import type { InvoiceLine } from './invoice-rows';
import { movePayment } from './move-payment';
import type { NewAttempt } from './open-attempt';
import { checkInterval } from './schedule';

/** The addresses at which SEQR and the payer's phone reach the shop, without a trailing slash. */
export type ShopAddresses = { readonly forSeqr: string; readonly forBuyer: string };

type InvoicedOrder = {
  readonly id: string;
  readonly number: number;
  readonly language: string;
  readonly currency: string;
  readonly lines: readonly InvoiceLine[];
};

export type IssuedInvoice = { readonly invoiceReference: string; readonly invoiceQRCode: string };

/**
 * Sends the invoice of a CREATED attempt and records the result. The order and the attempt must be committed before this
 * call. sendInvoice is never repeated, because SEQR cannot detect duplicates. Null if the attempt has no invoice that may
 * be shown. If the outcome is unclear, the attempt becomes UNKNOWN and its code is never shown.
 */
export async function issueInvoice(
  order: InvoicedOrder,
  payment: NewAttempt,
  addresses: ShopAddresses,
): Promise<IssuedInvoice | null> {
  const attempt = { id: payment.id, orderId: order.id };
  let shown: IssuedInvoice | null = null;
  try {
    const issued = await seqr().sendInvoice({
      invoice: {
        ...composeInvoice(order, payment, { lines: order.lines, total: payment.amount }),
        backURL: addresses.forBuyer + receiptPath(order.id, storedLanguage(order.language)),
        notificationUrl: addresses.forSeqr + notificationPath(order.id),
      },
    });
    noteSeqrCall(null);
    if (await recordIssued(attempt, issued)) shown = issued;
  } catch (error) {
    await recordNotIssued(attempt, error);
  }
  publishChange(order.id);
  return shown;
}

const ofOrder = { select: { order: { select: { number: true } } } } as const;

type Attempt = { readonly id: string; readonly orderId: string };

/** Returns whether the code may be shown. */
async function recordIssued({ id, orderId }: Attempt, issued: IssuedInvoice): Promise<boolean> {
  const at = now();
  // The buyer is about to open the payment page.
  const nextCheckAt = secondsAfter(at, checkInterval(true));
  try {
    return await db().write(async (tx) => {
      const data = { ...issued, nextCheckAt };
      if (await movePayment(tx, { id, from: 'CREATED', to: 'ISSUED', source: 'checkout', data })) return true;
      // The answer arrived after the attempt was marked UNKNOWN. Nobody has seen the code, so cancel the invoice.
      await tx.payment.updateMany({ where: { id, invoiceReference: null }, data: issued });
      await enqueue(tx, 'cancel-invoice', id, 'issued late');
      return false;
    }, orderId);
  } catch (error) {
    // The database refuses a second payment with this reference.
    if (!isDuplicate(error)) throw error;
    const { invoiceReference } = issued;
    const other = await db().read.payment.findUnique({ where: { invoiceReference }, ...ofOrder });
    if (!other) throw error;
    await recordNotOwn({ id, orderId }, other.order.number);
    return false;
  }
}

/** Records that SEQR returned another payment's invoice. Its code would pay the other order, so it is not shown. */
async function recordNotOwn({ id, orderId }: Attempt, otherNumber: number): Promise<void> {
  const failure = `duplicate-invoice: ${formatOrderNumber(otherNumber)}`;
  const move = { id, from: 'CREATED', to: 'UNKNOWN', source: 'checkout', detail: failure, data: { failure } } as const;
  await db().write((tx) => movePayment(tx, move), orderId);
  log.error({ paymentId: id, failure }, 'payments: SEQR returned the invoice of another payment');
}

async function recordNotIssued({ id, orderId }: Attempt, error: unknown): Promise<void> {
  if (!(error instanceof SeqrError)) throw error;
  noteSeqrCall(error);
  const to = error.mayHaveHappened ? 'UNKNOWN' : 'FAILED';
  log.warn({ paymentId: id, kind: error.kind, resultCode: error.resultCode }, `payments: sendInvoice ended ${to}`);
  const failure = error.resultName ?? error.kind;
  await db().write(async (tx) => {
    const move = { id, from: 'CREATED', to, source: 'checkout', detail: failure, data: { failure } } as const;
    if (await movePayment(tx, move)) await enqueue(tx, 'mail-no-invoice', swedishDay(now()));
  }, orderId);
}
