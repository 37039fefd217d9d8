import { now } from '../clock';
import type { Tx } from '../db/client';
import { newKey } from '../ids';
import { type Actor, recordOrderEvent } from './order-events';

/**
 * Why a payment with SEQR is held. SEQR says PAID, but with another amount or currency (`other-amount`), with an amount
 * that the order no longer has (`order-changed`), without an ersReference, without a receipt, with another invoice's
 * receipt, with the ersReference of another payment, or after a person settled it elsewhere (`settled-before`). Or SEQR
 * does not know the invoice (54), reports an unknown status, or neither cancels the invoice nor says it is paid (`unclear`).
 */
export const heldKinds = [
  'other-amount',
  'order-changed',
  'no-reference',
  'no-receipt',
  'other-receipt',
  'duplicate-reference',
  'settled-before',
  'unknown-invoice',
  'unknown-status',
  'unclear',
] as const;
export type HeldKind = (typeof heldKinds)[number];

/** `contradicted`: SEQR took back or changed a payment that is booked. `excess`: more money is kept than is due. */
export type IncidentKind = HeldKind | 'contradicted' | 'excess';

/** `resolved`: SEQR's later answer, or a refund, ended it; the others are decisions of a person. */
export type IncidentOutcome = 'resolved' | 'recorded' | 'refunded' | 'closed' | 'settled';

/** What is known. `detail`: whose the reference is, whose the receipt is, or the order's earlier total. */
export type IncidentFacts = {
  readonly kind: IncidentKind;
  readonly status: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly ersReference: string | null;
  readonly detail: string | null;
};

type Subject = { readonly orderId: string; readonly paymentId: string | null };

/** Kinds of which SEQR says that money was paid. */
export function isPaidKind(kind: IncidentKind): boolean {
  return kind !== 'unknown-invoice' && kind !== 'unknown-status' && kind !== 'unclear';
}

/**
 * Opens an incident, or changes the open one to these facts; false when nothing is new, or when a person ended an
 * incident of the same money before.
 */
export async function openIncident(tx: Tx, { orderId, paymentId }: Subject, facts: IncidentFacts): Promise<boolean> {
  const openFor = paymentId ?? orderId;
  const open = await tx.incident.findUnique({ where: { openFor } });
  if (open ? isSame(open, facts) : await wasEnded(tx, openFor, facts)) return false;
  if (open) await tx.incident.update({ where: { openFor }, data: facts });
  else await tx.incident.create({ data: { id: newKey(), orderId, paymentId, openFor, ...facts, openedAt: now() } });
  const { kind: incident, ...known } = facts;
  await recordOrderEvent(tx, orderId, { source: 'shop' }, { kind: 'incident', incident, ...known });
  return true;
}

/** Ends the open incident of a payment, or of an order's money; false when there is none. */
export async function endIncident(
  tx: Tx,
  openFor: string,
  { outcome, by, note = null }: { outcome: IncidentOutcome; by: Actor; note?: string | null },
): Promise<boolean> {
  const open = await tx.incident.findUnique({ where: { openFor } });
  if (!open) return false;
  const ending = { openFor: null, endedAt: now(), outcome, actor: by.name ?? null, note };
  await tx.incident.update({ where: { openFor }, data: ending });
  const { orderId, amount, currency } = open;
  const incident = open.kind as IncidentKind;
  await recordOrderEvent(tx, orderId, by, { kind: 'incident-ended', incident, outcome, note, amount, currency });
  return true;
}

function isSame(open: { [Fact in keyof IncidentFacts]: string | number | null }, facts: IncidentFacts): boolean {
  const names: (keyof IncidentFacts)[] = ['kind', 'status', 'amount', 'currency', 'ersReference', 'detail'];
  return names.every((name) => open[name] === facts[name]);
}

async function wasEnded(tx: Tx, subjectId: string, facts: IncidentFacts): Promise<boolean> {
  if (facts.kind === 'excess') return false;
  const { kind, amount, currency, ersReference } = facts;
  const decided = ['settled', 'closed', ...(kind === 'contradicted' ? ['recorded'] : [])];
  const same = kind === 'settled-before' ? { outcome: 'settled' } : { kind, outcome: { in: decided } };
  const ended = await tx.incident.findFirst({
    where: { paymentId: subjectId, amount, currency, ersReference, ...same },
    select: { id: true },
  });
  return ended !== null;
}
