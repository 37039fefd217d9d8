import { now } from '../clock';
import { afterCommit } from '../db/after-commit';
import type { Tx } from '../db/client';
import { log } from '../log';
import {
  endIncident,
  type HeldKind,
  type IncidentFacts,
  type IncidentOutcome,
  openIncident,
} from '../orders/incidents';
import type { Actor } from '../orders/order-events';
import { enqueue } from '../outbox/enqueue';
import { heldCheckAt } from './schedule';

export type HeldFacts = IncidentFacts & { readonly kind: HeldKind };

/**
 * Puts a payment on hold for manual action: it is not booked automatically, its order keeps its stock for HELD_DAYS,
 * and SEQR is asked less and less often. False if the incident is already known or resolved.
 */
export async function holdPayment(
  tx: Tx,
  { id, orderId, heldAt }: { id: string; orderId: string; heldAt: Date | null },
  facts: HeldFacts,
): Promise<boolean> {
  if (!(await openIncident(tx, { orderId, paymentId: id }, facts))) return false;
  const { kind, status } = facts;
  afterCommit(() => log.error({ paymentId: id, incident: kind, status }, 'payments: held, needs manual action'));
  const at = now();
  if (heldAt === null) {
    await tx.payment.update({ where: { id }, data: { heldAt: at, nextCheckAt: heldCheckAt(at, at) } });
    // The buyer has paid, although not as expected, so no other attempt may be paid.
    const open = await tx.payment.findUnique({ where: { openOrderId: orderId }, select: { id: true } });
    if (open && open.id !== id) await enqueue(tx, 'cancel-invoice', open.id);
  }
  return true;
}

/** Ends a payment's incident and hold. An open payment is then checked again. False if no incident is open. */
export async function releasePayment(
  tx: Tx,
  id: string,
  ending: { outcome: IncidentOutcome; by: Actor; note?: string | null },
): Promise<boolean> {
  if (!(await endIncident(tx, id, ending))) return false;
  await tx.payment.update({ where: { id }, data: { heldAt: null, nextCheckAt: null } });
  await tx.payment.updateMany({ where: { id, closedAt: null }, data: { nextCheckAt: now() } });
  return true;
}

/** Whether a payment of the order is on hold. Until HELD_DAYS have passed, such an order stays open and unchanged. */
export async function hasHeldPayment(reader: Pick<Tx, 'payment'>, orderId: string): Promise<boolean> {
  return (await reader.payment.findFirst({ where: { orderId, heldAt: { not: null } }, select: { id: true } })) !== null;
}
