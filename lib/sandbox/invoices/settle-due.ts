import { realInstant } from '../core/clock';
import { completePayment } from './complete-payment';
import { replaceRefusedInvoice } from './replace-invoice';
import { lapseReservation, reversePayment } from './reverse-payment';
import type { Step } from './step';

/** Settles everything overdue for the step's invoice, as of the time at which it was due. */
export async function settleDue(step: Step): Promise<void> {
  const now = step.realNow;
  while (step.invoice.dueAt && step.invoice.dueAt <= now) {
    step.realNow = step.invoice.dueAt;
    await settleOne(step);
  }
  step.realNow = now;
}

async function settleOne(step: Step): Promise<void> {
  const { invoice } = step;
  switch (invoice.status) {
    case 'ISSUED':
    case 'PENDING_ISSUER_ACKNOWLEDGE':
      if (invoice.confirmingBy) {
        const paid = await completePayment(step, invoice.confirmingBy);
        if (!paid.ok) {
          await step.change({ confirmingBy: null, dueAt: expiryOf(step) }, 'refused', paid.reason);
          await replaceRefusedInvoice(step);
        }
      } else {
        await step.change({ status: 'EXPIRED', closedAt: step.time, dueAt: null }, 'expired');
      }
      return;
    case 'RESERVED':
      return lapseReservation(step);
    case 'PAID':
      return reversePayment(step);
    default:
      await step.change({ dueAt: null }, 'closed');
  }
}

/** The real time at which an unpaid invoice expires. */
function expiryOf({ invoice }: Step): Date {
  return realInstant(invoice.expiresAt, invoice);
}
