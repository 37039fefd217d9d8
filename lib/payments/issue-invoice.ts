import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Language } from '../i18n/languages';
import { localPath } from '../i18n/languages';
import { log } from '../log';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { noteSeqrCall } from './breaker';
import { publishChange } from './bus';
import { composeInvoice } from './compose-invoice';
import { enqueue } from './enqueue';
import { movePayment } from './move-payment';
import { checkInterval } from './schedule';

/** Where SEQR and the payer's phone find the shop: addresses without a slash at their end. */
export type ShopAddresses = { readonly forSeqr: string; readonly forBuyer: string };

/**
 * Sends the invoice of a CREATED attempt and writes down what came of it. The attempt was committed before, and
 * sendInvoice is never repeated: SEQR has no key to tell a repetition by. An answer that is lost leaves the attempt
 * UNKNOWN, and its code is never shown.
 */
export async function issueInvoice(paymentId: string, addresses: ShopAddresses): Promise<void> {
  const payment = await db().read.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: { order: { include: { lines: { orderBy: { position: 'asc' } } } } },
  });
  const { order } = payment;
  const receiptPath = localPath(order.language as Language, `/orders/${order.id}/receipt`);
  try {
    const issued = await seqr().sendInvoice({
      invoice: {
        ...composeInvoice(order, payment, { lines: order.lines, total: payment.amount }),
        backURL: addresses.forBuyer + receiptPath,
        notificationUrl: `${addresses.forSeqr}/api/seqr/notifications?order=${order.id}`,
      },
    });
    noteSeqrCall(null);
    await recordIssued(paymentId, issued);
  } catch (error) {
    await recordNotIssued(paymentId, error);
  }
  publishChange(order.id);
}

async function recordIssued(id: string, issued: { invoiceReference: string; invoiceQRCode: string }): Promise<void> {
  const at = now();
  // The buyer is on the way to its page.
  const nextCheckAt = secondsAfter(at, checkInterval(true));
  await db().write(async (tx) => {
    const data = { ...issued, nextCheckAt };
    if (await movePayment(tx, { id, from: 'CREATED', to: 'ISSUED', source: 'checkout', data })) return;
    // The answer came after the attempt had been given up as UNKNOWN: nobody has seen the code, so it is withdrawn.
    await tx.payment.updateMany({ where: { id, invoiceReference: null }, data: issued });
    await enqueue(tx, 'cancel-invoice', id, 'issued late');
  });
}

async function recordNotIssued(id: string, error: unknown): Promise<void> {
  if (!(error instanceof SeqrError)) throw error;
  noteSeqrCall(error);
  const to = error.mayHaveHappened ? 'UNKNOWN' : 'FAILED';
  log.warn({ paymentId: id, kind: error.kind, resultCode: error.resultCode }, `payments: sendInvoice ended ${to}`);
  const failure = error.resultName ?? error.kind;
  await db().write((tx) =>
    movePayment(tx, { id, from: 'CREATED', to, source: 'checkout', detail: failure, data: { failure } }),
  );
}
