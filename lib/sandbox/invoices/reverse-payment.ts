import { money, storedCurrency, storedMoney, toDecimal } from '../../money';
import { credit } from '../accounts/balance';
import { sendSms } from '../accounts/send-sms';
import { newErsReference } from '../core/references';
import { book } from './book';
import type { Step } from './step';

/** A payment is reversed unless the merchant queries its status within this time (SEQR manual 2.4.2.1). */
export const REVERSAL_AFTER_SECONDS = 20;

/**
 * Reverses a payment: it becomes CANCELED and the payer gets the money back. If the merchant has acknowledged the
 * payment, a negative report row is added, because a report may already contain it.
 */
export async function reversePayment(step: Step): Promise<void> {
  const { tx, invoice, time } = step;
  const { payerId, ersReference } = invoice;
  const currency = storedCurrency(invoice.currency);
  const amount = (invoice.paid ?? 0) - invoice.refunded;
  // A public sandbox deletes the payers of visitors, with their money.
  const payer = payerId && (await tx.payer.findUnique({ where: { id: payerId }, select: { id: true } }));
  if (payer && amount > 0) await credit(tx, payer.id, money(amount, currency));
  if (ersReference) await tx.booking.update({ where: { ersReference }, data: { reversedAt: time } });
  if (payerId && invoice.acknowledgedAt && amount > 0) {
    const reversal = { kind: 'REVERSAL', payerId, amount: -amount, cashierId: null, bookedAt: time } as const;
    await book(step, { ...reversal, ersReference: await newErsReference(tx, time) });
  }
  await step.change({ status: 'CANCELED', closedAt: time, closedBy: 'REVERSAL', dueAt: null }, 'reversed');
  if (payer) {
    const sum = toDecimal(money(amount, currency));
    await sendSms(
      tx,
      payer.id,
      time,
      `Your payment of ${sum} ${currency} was reversed, because the shop did not confirm it in time. The money is back in your account.`,
    );
  }
}

/** Releases a reservation that the merchant did not commit in time. */
export async function lapseReservation(step: Step): Promise<void> {
  const { time } = step;
  await releaseReservation(step);
  await step.change({ status: 'CANCELED', closedAt: time, closedBy: 'LAPSE', dueAt: null }, 'lapsed');
}

/** Credits the reserved amount to the payer. */
export async function releaseReservation({ tx, invoice }: Step): Promise<void> {
  if (!invoice.payerId || !invoice.reserved) return;
  await credit(tx, invoice.payerId, storedMoney(invoice.reserved, invoice.currency));
}
