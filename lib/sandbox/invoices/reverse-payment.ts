import { type Currency, money, toDecimal } from '../../money';
import { credit } from '../payers/balance';
import { sendSms } from '../payers/send-sms';
import { newErsReference } from '../references';
import { book } from './book';
import type { Step } from './step';

/** Seconds that the merchant has to ask for a payment's status before it is taken back (SEQR manual 2.4.2.1). */
export const REVERSAL_AFTER_SECONDS = 20;

/**
 * Takes a payment back: CANCELED, and nothing was paid. One that stands in the books already (only a fault reverses
 * such a one) leaves them by a negative row, as a report may hold it by now.
 */
export async function reversePayment(step: Step): Promise<void> {
  const { tx, invoice, time } = step;
  const { payerId, ersReference } = invoice;
  const currency = invoice.currency as Currency;
  const amount = (invoice.paid ?? 0) - invoice.refunded;
  if (payerId && amount > 0) await credit(tx, payerId, money(amount, currency));
  if (ersReference) await tx.booking.update({ where: { ersReference }, data: { reversedAt: time } });
  if (payerId && invoice.acknowledgedAt && amount > 0) {
    const reversal = { kind: 'REVERSAL', payerId, amount: -amount, cashierId: null, bookedAt: time } as const;
    await book(step, { ...reversal, ersReference: await newErsReference(tx, time) });
  }
  await step.change({ status: 'CANCELED', closedAt: time, closedBy: 'REVERSAL', dueAt: null }, 'reversed');
  if (payerId) {
    const sum = toDecimal(money(amount, currency));
    await sendSms(
      tx,
      payerId,
      time,
      `Your payment of ${sum} ${currency} was reversed, because the shop did not confirm it in time. The money is back in your account.`,
    );
  }
}

/** Gives reserved money back: the merchant did not commit the reservation in time. */
export async function lapseReservation(step: Step): Promise<void> {
  const { time } = step;
  await releaseReservation(step);
  await step.change({ status: 'CANCELED', closedAt: time, closedBy: 'LAPSE', dueAt: null }, 'lapsed');
}

/** Puts what was reserved back into the payer's account. */
export async function releaseReservation({ tx, invoice }: Step): Promise<void> {
  if (!invoice.payerId || !invoice.reserved) return;
  await credit(tx, invoice.payerId, money(invoice.reserved, invoice.currency as Currency));
}
