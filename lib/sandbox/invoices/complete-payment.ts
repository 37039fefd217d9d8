import { secondsAfter } from '../../clock';
import { type Money, parseDecimal, storedCurrency, storedMoney } from '../../money';
import { debit } from '../accounts/balance';
import { newErsReference } from '../core/references';
import { book } from './book';
import { faultScope } from './fault-scope';
import { queueNotification } from './queue-notification';
import { REVERSAL_AFTER_SECONDS } from './reverse-payment';
import type { Step } from './step';

/** How long money stays reserved without a `commitReservationTimeout`. */
const RESERVED_FOR_SECONDS = 7 * 86_400;

export type Completed = { ok: true } | { ok: false; reason: 'too-little-money' | 'cannot-reserve' };

/** Debits the payer, moves the confirmed invoice to PAID (or RESERVED if requested) and notifies the merchant. */
export async function completePayment(step: Step, payerId: string): Promise<Completed> {
  const { tx, invoice, time, realNow } = step;
  const reserves = await isReserved(step, payerId);
  if (reserves === null) return { ok: false, reason: 'cannot-reserve' };
  const paid = reserves ? storedMoney(invoice.total, invoice.currency) : await amountToPay(step);
  if (!(await debit(tx, payerId, paid))) return { ok: false, reason: 'too-little-money' };
  const taken = { payerId, confirmingBy: null, acceptedAt: time };
  if (reserves) {
    const dueAt = secondsAfter(realNow, invoice.commitReservationTimeout ?? RESERVED_FOR_SECONDS);
    await step.change({ ...taken, status: 'RESERVED', reserved: invoice.total, dueAt }, 'reserved');
  } else {
    const ersReference = await newErsReference(tx, time);
    const { amount } = paid;
    await book(step, { ersReference, kind: 'PAYMENT', payerId, amount, cashierId: invoice.cashierId, bookedAt: null });
    const dueAt = secondsAfter(realNow, REVERSAL_AFTER_SECONDS);
    await step.change({ ...taken, status: 'PAID', paid: amount, paidAt: time, ersReference, dueAt }, 'paid');
  }
  await queueNotification(step);
  return { ok: true };
}

/** The invoice's total, unless a fault makes the payer pay another amount. */
async function amountToPay(step: Step): Promise<Money> {
  const { total, currency } = step.invoice;
  const fault = await step.sandbox.faults.take(['payAmount'], faultScope(step.invoice), step.tx);
  const other = fault && parseDecimal(fault.amount, storedCurrency(currency));
  return other ?? storedMoney(total, currency);
}

/**
 * Whether the money is reserved instead of paid. Null if a reservation is required but the payer's bank does not
 * support it.
 */
async function isReserved({ tx, invoice }: Step, payerId: string): Promise<boolean | null> {
  if (invoice.paymentMode === 'IMMEDIATE_DEBIT') return false;
  const payer = await tx.payer.findUniqueOrThrow({ where: { id: payerId }, select: { canReserve: true } });
  if (payer.canReserve) return true;
  return invoice.paymentMode === 'RESERVATION_DESIRED' ? false : null;
}
