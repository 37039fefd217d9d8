import { secondsAfter } from '../../clock';
import { updateRows } from '../database/update-rows';
import { faultScope } from './fault-scope';
import type { Step } from './step';

/**
 * Records that the merchant knows of the payment. The payment then appears in reports and is not reversed (SEQR manual
 * 2.4.2.1), except by a fault, the console or the control API. Later calls change nothing.
 */
export async function acknowledge(step: Step): Promise<void> {
  const { tx, invoice, time } = step;
  if (invoice.status !== 'PAID' || invoice.acknowledgedAt || !invoice.ersReference) return;
  const { ersReference } = invoice;
  const count = await updateRows(tx, 'Booking', { ersReference }, { bookedAt: time });
  if (count !== 1) throw new Error(`sandbox: the payment ${ersReference} has no booking`);
  const fault = await step.sandbox.faults.take(['reversePayment'], faultScope(step.invoice), tx);
  const dueAt = fault && secondsAfter(step.realNow, fault.seconds);
  await step.change({ acknowledgedAt: time, dueAt }, 'acknowledged');
}
