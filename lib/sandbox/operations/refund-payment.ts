import { type Currency, type Money, money, toDecimal } from '../../money';
import { type Answer, refuse } from '../answer';
import type { Caller } from '../authenticate';
import type { Sandbox } from '../context';
import { acknowledge } from '../invoices/acknowledge';
import { book } from '../invoices/book';
import { onInvoice } from '../invoices/on-invoice';
import { readTotal } from '../invoices/read-amount';
import { whyNotificationUrlIsInvalid, whyTextsAreTooLong } from '../invoices/read-invoice';
import { readRows } from '../invoices/rows';
import type { Step } from '../invoices/step';
import { credit } from '../payers/balance';
import { sendSms } from '../payers/send-sms';
import { isRefundOfOthers } from '../published-identities';
import { newErsReference } from '../references';
import { child, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';

const OF_OTHERS = 'in a public sandbox the published terminal refunds only what the same address sent within the hour';

/**
 * Gives a payment back, wholly or in part and as often as something is left of it. A terminal refunds its own payments,
 * the reseller user any of the shop's. The answer's ersReference is the refund's own. Source: SEQR manual
 * 2.4.2.1.
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
  const currency = invoice.currency as Currency;
  const sum = readTotal(child(refund, 'totalAmount'), 'totalAmount', currency);
  if ('result' in sum) return sum;
  const rows = readRows(refund, currency);
  if ('result' in rows) return rows;
  const tooLong = whyTextsAreTooLong(refund);
  if (tooLong) return tooLong;
  const badUrl = whyNotificationUrlIsInvalid(text(refund, 'notificationUrl'));
  if (badUrl) return badUrl;
  if (invoice.refunded + sum.amount > paid) {
    return refuse('SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION', 'more than is left of the payment');
  }
  await acknowledge(step);
  const ersReference = await giveBack(step, payerId, sum, text(refund, 'cashierId') ?? null);
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
    return refuse('RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS', 'the payer’s account takes no refunds');
  }
  return null;
}

async function giveBack(step: Step, payerId: string, sum: Money, cashierId: string | null): Promise<string> {
  const { tx, time } = step;
  const ersReference = await newErsReference(tx, time);
  await credit(tx, payerId, sum);
  const booking = { ersReference, kind: 'REFUND', payerId, amount: -sum.amount, cashierId, bookedAt: time } as const;
  await book(step, booking);
  const amount = `${toDecimal(money(sum.amount, sum.currency))} ${sum.currency}`;
  await step.change({ refunded: step.invoice.refunded + sum.amount }, 'refunded', amount);
  await sendSms(tx, payerId, time, `You got ${amount} back. Reference: ${ersReference}.`);
  return ersReference;
}
