import { secondsAfter } from '../../clock';
import type { Fault } from '../faults/fault';
import { faultScope } from './fault-scope';
import type { Step } from './step';

const FAULTS = ['dropNotification', 'delayNotification', 'repeatNotification', 'reorderNotifications'] as const;
/** The pause between notifications that must arrive in order. */
const APART_SECONDS = 0.2;

/**
 * Queues the merchant's notification in the transaction that changes the invoice. Without faults, it is claimed there too,
 * and sent right after the commit.
 */
export async function queueNotification(step: Step): Promise<void> {
  const { tx, sandbox, invoice, time, realNow } = step;
  if (!invoice.notificationUrl) return;
  const data = { invoiceReference: invoice.reference, url: invoice.notificationUrl, createdAt: time };
  const claim = sandbox.claimNew();
  if (claim) {
    const { id } = await tx.notification.create({ data: { ...data, ...claim }, select: { id: true } });
    step.claimed.push({ ...data, id, attempts: 0 });
    if (claim.dueAt) step.due.push(claim.dueAt);
    return;
  }
  const fault = sandbox.faults.isEmpty ? null : await sandbox.faults.take(FAULTS, faultScope(invoice), tx);
  const copies = fault?.kind === 'repeatNotification' ? fault.copies + 1 : 1;
  for (let copy = 0; copy < copies; copy += 1) {
    const { id } = await tx.notification.create({ data: { ...data, ...dueBy(step, fault) }, select: { id: true } });
    if (fault?.kind === 'dropNotification') {
      const failure = 'never sent: fault dropNotification';
      await tx.notificationAttempt.create({ data: { notificationId: id, at: time, milliseconds: 0, failure } });
    }
  }
  step.due.push(fault?.kind === 'delayNotification' ? secondsAfter(realNow, fault.seconds) : realNow);
  if (fault?.kind === 'reorderNotifications' && fault.remaining === 0) await releaseReversed(step, fault);
}

function dueBy({ realNow, time }: Step, fault: Fault | null) {
  switch (fault?.kind) {
    case 'dropNotification':
      return { doneAt: time };
    case 'delayNotification':
      return { dueAt: secondsAfter(realNow, fault.seconds) };
    case 'reorderNotifications':
      return { heldBy: fault.id };
    default:
      return { dueAt: realNow };
  }
}

/** Schedules the complete group in reverse order. */
async function releaseReversed({ tx, realNow }: Step, fault: Fault): Promise<void> {
  const held = await tx.notification.findMany({
    where: { heldBy: fault.id },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  for (const [index, { id }] of held.entries()) {
    const dueAt = secondsAfter(realNow, index * APART_SECONDS);
    await tx.notification.update({ where: { id }, data: { heldBy: null, dueAt } });
  }
}
