import { type Currency, money, toDecimal } from '../../money';
import { credit } from '../payers/balance';
import { sendSms } from '../payers/send-sms';
import type { Step } from './step';

/** Seconds that the merchant has to ask for a payment's status before it is taken back. */
export const REVERSAL_AFTER_SECONDS = 20;

/** Takes a payment back that the merchant never asked about: CANCELED, and nothing was paid. */
export async function reversePayment(step: Step, detail?: string): Promise<void> {
  const { tx, invoice, time } = step;
  const { payerId, ersReference } = invoice;
  const currency = invoice.currency as Currency;
  const amount = (invoice.paid ?? 0) - invoice.refunded;
  if (payerId && amount > 0) await credit(tx, payerId, money(amount, currency));
  if (ersReference) await tx.booking.update({ where: { ersReference }, data: { reversedAt: time } });
  await step.change({ status: 'CANCELED', closedAt: time, closedBy: 'REVERSAL', dueAt: null }, 'reversed', detail);
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
