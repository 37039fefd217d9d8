import { type Money, money, storedCurrency, toDecimal } from '../../money';
import type { XmlElement } from '../../xml/parse-xml';
import { credit } from '../accounts/balance';
import { sendSms } from '../accounts/send-sms';
import type { Sandbox } from '../core/context';
import { newErsReference } from '../core/references';
import { acknowledge } from '../invoices/acknowledge';
import { book } from '../invoices/book';
import { onInvoice } from '../invoices/on-invoice';
import { readTotal } from '../invoices/read-amount';
import { whyNotificationUrlIsInvalid, whyTextsAreTooLong } from '../invoices/read-invoice';
import { readRows } from '../invoices/rows';
import type { Step } from '../invoices/step';
import { type Answer, refuse } from '../wire/answer';
import { child, text } from '../wire/fields';
import type { Caller } from './authenticate';
import { isRefundOfOthers } from './published-identities';

const OF_OTHERS =
  'in a public sandbox, the published terminal can refund only invoices sent from your own IP address within the last hour';

/**
 * Refunds a payment in full or in part. Several refunds may add up to the paid amount. A terminal can refund its own
 * payments; the reseller user can refund any payment of the shop. The ersReference in the answer identifies the refund.
 * Source: SEQR manual 2.4.2.1.
 */
export async function refundPayment(sandbox: Sandbox, caller: Caller, request: XmlElement): Promise<Answer> {
  const unknown = refuse('INVALID_ERS_REFERENCE', 'there is no such payment');
  const ersReference = text(request, 'ersReference');
  if (ersReference === undefined) return unknown;
  const owner =
    caller.type === 'TERMINALID'
      ? { terminalId: caller.terminal.id }
      : { terminal: { resellerId: caller.reseller.id } };
  const found = await sandbox.db.read.invoice.findUnique({
    where: { ersReference, ...owner },
    select: { reference: true },
  });
  if (!found) return unknown;
  const refund = child(request, 'invoice');
  const answer = await onInvoice(sandbox, found.reference, async (step) => {
    const isOfOthers = isRefundOfOthers(sandbox, caller, step.invoice, step.time);
    return {
      ...(isOfOthers ? refuse('ACCESS_DENIED', OF_OTHERS) : await refundOnce(step, refund)),
      invoiceReference: found.reference,
    };
  });
  return answer ?? unknown;
}

async function refundOnce(step: Step, refund: XmlElement | undefined): Promise<Answer> {
  const { invoice } = step;
  const { payerId, paid } = invoice;
  if (invoice.status !== 'PAID' || payerId === null || paid === null) {
    return refuse('PAYMENT_ALREADY_CANCELLED', 'the payment was reversed');
  }
  const forbidden = await whyForbidden(step, payerId);
  if (forbidden) return forbidden;
  if (!refund) return refuse('INVALID_INVOICE_DATA', 'the invoice is missing');
  const currency = storedCurrency(invoice.currency);
  const sum = readTotal(child(refund, 'totalAmount'), 'totalAmount', currency);
  if ('result' in sum) return sum;
  const rows = readRows(refund, currency);
  if ('result' in rows) return rows;
  const tooLong = whyTextsAreTooLong(refund);
  if (tooLong) return tooLong;
  const badUrl = whyNotificationUrlIsInvalid(text(refund, 'notificationUrl'));
  if (badUrl) return badUrl;
  if (invoice.refunded + sum.amount > paid) {
    return refuse('SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION', 'the refunds would exceed the payment');
  }
  await acknowledge(step);
  const ersReference = await bookRefund(step, payerId, sum, text(refund, 'cashierId') ?? null);
  return { result: 'SUCCESS', ersReference };
}

async function whyForbidden({ tx, invoice }: Step, payerId: string): Promise<Answer | null> {
  const { reseller } = await tx.terminal.findUniqueOrThrow({
    where: { id: invoice.terminalId },
    select: { reseller: { select: { mayRefund: true } } },
  });
  if (!reseller.mayRefund) return refuse('RESELLER_NOT_ALLOWED_TO_DO_REFUND', 'the reseller may not refund');
  const payer = await tx.payer.findUnique({ where: { id: payerId }, select: { refundable: true } });
  if (!payer?.refundable) {
    return refuse('RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS', 'the payer’s account does not allow refunds');
  }
  return null;
}

async function bookRefund(step: Step, payerId: string, sum: Money, cashierId: string | null): Promise<string> {
  const { tx, time } = step;
  const ersReference = await newErsReference(tx, time);
  await credit(tx, payerId, sum);
  const booking = { ersReference, kind: 'REFUND', payerId, amount: -sum.amount, cashierId, bookedAt: time } as const;
  await book(step, booking);
  const amount = `${toDecimal(money(sum.amount, sum.currency))} ${sum.currency}`;
  await step.change({ refunded: step.invoice.refunded + sum.amount }, 'refunded', amount);
  await sendSms(tx, payerId, time, `You received a refund of ${amount}. Reference: ${ersReference}.`);
  return ersReference;
}
