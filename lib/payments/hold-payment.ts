import { now } from '../clock';
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
import { enqueue } from './enqueue';
import { heldCheckAt } from './schedule';

export type HeldFacts = IncidentFacts & { readonly kind: HeldKind };

/**
 * Holds a payment for a person: nothing of it is booked by itself, its order keeps its goods for HELD_DAYS, and SEQR is
 * asked less and less often. False when the shop knew the same before.
 */
export async function holdPayment(
  tx: Tx,
  { id, orderId, heldAt }: { id: string; orderId: string; heldAt: Date | null },
  facts: HeldFacts,
): Promise<boolean> {
  if (!(await openIncident(tx, { orderId, paymentId: id }, facts))) return false;
  const { kind, status } = facts;
  log.error({ paymentId: id, incident: kind, status }, 'payments: held, needs a person');
  const at = now();
  if (heldAt === null) {
    await tx.payment.update({ where: { id }, data: { heldAt: at, nextCheckAt: heldCheckAt(at, at) } });
    // The buyer has paid, if not as expected, so nobody is asked to pay again.
    const open = await tx.payment.findUnique({ where: { openOrderId: orderId }, select: { id: true } });
    if (open && open.id !== id) await enqueue(tx, 'cancel-invoice', open.id);
  }
  return true;
}

/** Ends a payment's incident, after which it is an ordinary payment again; false when it has none. */
export async function releasePayment(
  tx: Tx,
  id: string,
  ending: { outcome: IncidentOutcome; by: Actor; note?: string | null },
): Promise<boolean> {
  if (!(await endIncident(tx, id, ending))) return false;
  await tx.payment.update({ where: { id }, data: { heldAt: null } });
  await tx.payment.updateMany({ where: { id, closedAt: { not: null } }, data: { nextCheckAt: null } });
  await tx.payment.updateMany({ where: { id, closedAt: null }, data: { nextCheckAt: now() } });
  return true;
}

/** Whether a payment of the order is held: then nothing is canceled, expired or asked for by itself. */
export async function hasHeldPayment(reader: Pick<Tx, 'payment'>, orderId: string): Promise<boolean> {
  return (await reader.payment.findFirst({ where: { orderId, heldAt: { not: null } }, select: { id: true } })) !== null;
}
