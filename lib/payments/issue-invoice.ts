import { now, secondsAfter } from '../clock';
import { afterCommit } from '../db/after-commit';
import { db, type Tx } from '../db/client';
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
import { movePayment } from './move-payment';
import { checkInterval } from './schedule';

/** The addresses at which SEQR and the payer's phone reach the shop, without a trailing slash. */
export type ShopAddresses = { readonly forSeqr: string; readonly forBuyer: string };

/**
 * Sends the invoice of a CREATED attempt and records the result. The attempt is committed before the call, and
 * sendInvoice is never repeated, because SEQR cannot detect duplicates. If the outcome is unclear, the attempt
 * becomes UNKNOWN and its code is never shown.
 */
export async function issueInvoice(paymentId: string, addresses: ShopAddresses): Promise<void> {
  const payment = await db().read.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: { order: { include: { lines: { orderBy: { position: 'asc' } } } } },
  });
  const { order } = payment;
  try {
    const issued = await seqr().sendInvoice({
      invoice: {
        ...composeInvoice(order, payment, { lines: order.lines, total: payment.amount }),
        backURL: addresses.forBuyer + receiptPath(order.id, storedLanguage(order.language)),
        notificationUrl: addresses.forSeqr + notificationPath(order.id),
      },
    });
    noteSeqrCall(null);
    await recordIssued(payment, issued);
  } catch (error) {
    await recordNotIssued(payment, error);
  }
  publishChange(order.id);
}

const ofOrder = { select: { order: { select: { number: true } } } } as const;

type Attempt = { readonly id: string; readonly orderId: string };

async function recordIssued(
  { id, orderId }: Attempt,
  issued: { invoiceReference: string; invoiceQRCode: string },
): Promise<void> {
  const at = now();
  // The buyer is about to open the payment page.
  const nextCheckAt = secondsAfter(at, checkInterval(true));
  const scope = [orderId, `invoiceReference ${issued.invoiceReference}`];
  await db().write(async (tx) => {
    const sameReference = { where: { invoiceReference: issued.invoiceReference }, ...ofOrder };
    const other = await tx.payment.findUnique(sameReference);
    if (other) return recordNotOwn(tx, id, formatOrderNumber(other.order.number));
    const data = { ...issued, nextCheckAt };
    if (await movePayment(tx, { id, from: 'CREATED', to: 'ISSUED', source: 'checkout', data })) return;
    // The answer arrived after the attempt was marked UNKNOWN. Nobody has seen the code, so cancel the invoice.
    await tx.payment.updateMany({ where: { id, invoiceReference: null }, data: issued });
    await enqueue(tx, 'cancel-invoice', id, 'issued late');
  }, scope);
}

/** Records that SEQR returned another payment's invoice. Its code would pay the other order, so it is not shown. */
async function recordNotOwn(tx: Tx, id: string, owner: string): Promise<void> {
  const failure = `duplicate-invoice: ${owner}`;
  afterCommit(() => log.error({ paymentId: id, failure }, 'payments: SEQR returned the invoice of another payment'));
  await movePayment(tx, { id, from: 'CREATED', to: 'UNKNOWN', source: 'checkout', detail: failure, data: { failure } });
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
