import { now } from '../clock';
import type { Tx } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { enqueue } from '../outbox/enqueue';
import { readTimeAfterRefund } from './money-times';
import { type Actor, recordOrderEvent } from './order-events';

/** Why a SEQR payment is held. For the kinds before `unknown-invoice`, SEQR reports the payment as PAID. */
export const heldKinds = [
  /** The amount or currency differs from the order's. */
  'other-amount',
  /** The amount is a total that the order no longer has. */
  'order-changed',
  /** SEQR sent no ersReference. */
  'no-reference',
  /** SEQR sent no receipt. */
  'no-receipt',
  /** The receipt belongs to another invoice or payment. */
  'other-receipt',
  /** The ersReference belongs to another payment. */
  'duplicate-reference',
  /** A person had already settled the payment elsewhere. */
  'settled-before',
  /** SEQR does not know the invoice (result code 54). */
  'unknown-invoice',
  /** SEQR reports a status that the shop does not know. */
  'unknown-status',
  /** SEQR neither cancels the invoice nor reports it as paid. */
  'unclear',
] as const;
export type HeldKind = (typeof heldKinds)[number];

/** `contradicted`: SEQR reversed or changed a booked payment. `excess`: the shop holds more money than is due. */
const incidentKinds = [...heldKinds, 'contradicted', 'excess'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** `resolved`: a later answer from SEQR or a refund ended the incident. The others are manual decisions. */
export type IncidentOutcome = 'resolved' | 'recorded' | 'refunded' | 'closed' | 'settled';

/** `detail`: the owner of the reference or receipt, or the order's earlier total. */
export type IncidentFacts = {
  readonly kind: IncidentKind;
  readonly status: string | null;
  readonly amount: number | null;
  readonly currency: string | null;
  readonly ersReference: string | null;
  readonly detail: string | null;
};

type Subject = { readonly orderId: string; readonly paymentId: string | null };

/** The kind of a stored incident. Throws `RangeError` for any other text. */
export function storedIncidentKind(text: string): IncidentKind {
  const kind = incidentKinds.find((known) => known === text);
  if (kind === undefined) throw new RangeError(`orders: ${text} is not a kind of incident`);
  return kind;
}

/** Whether SEQR reported the payment as paid in an incident of this kind. */
export function isPaidKind(kind: IncidentKind): boolean {
  return kind !== 'unknown-invoice' && kind !== 'unknown-status' && kind !== 'unclear';
}

/**
 * Opens an incident or updates the open one. False if nothing changed, or if a person already resolved an incident
 * about the same money.
 */
export async function openIncident(tx: Tx, { orderId, paymentId }: Subject, facts: IncidentFacts): Promise<boolean> {
  const openFor = paymentId ?? orderId;
  const open = await tx.incident.findUnique({ where: { openFor } });
  if (open ? isSame(open, facts) : await wasEnded(tx, openFor, facts)) return false;
  if (open) await tx.incident.update({ where: { openFor }, data: facts });
  else {
    const id = newKey();
    await tx.incident.create({ data: { id, orderId, paymentId, openFor, ...facts, openedAt: now() } });
    await enqueue(tx, 'mail-attention', id);
  }
  const { kind: incident, ...known } = facts;
  await recordOrderEvent(tx, orderId, { source: 'shop' }, { kind: 'incident', incident, ...known });
  return true;
}

/**
 * Ends the open incident of a payment, or of an order's excess. `openFor` is the payment's or order's id. False if no
 * incident is open.
 */
export async function endIncident(
  tx: Tx,
  openFor: string,
  { outcome, by, note = null }: { outcome: IncidentOutcome; by: Actor; note?: string | null },
): Promise<boolean> {
  const open = await tx.incident.findUnique({ where: { openFor } });
  if (!open) return false;
  const endedAt = await readTimeAfterRefund(tx, open.orderId);
  const ending = { openFor: null, endedAt, outcome, actor: by.name ?? null, note };
  await tx.incident.update({ where: { openFor }, data: ending });
  const { orderId, amount, currency } = open;
  const incident = storedIncidentKind(open.kind);
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
  const decided: IncidentOutcome[] =
    kind === 'contradicted' ? ['settled', 'closed', 'recorded'] : ['settled', 'closed'];
  const same: Prisma.IncidentWhereInput =
    kind === 'settled-before' ? { outcome: 'settled' } : { kind, outcome: { in: decided } };
  const ended = await tx.incident.findFirst({
    where: { paymentId: subjectId, amount, currency, ersReference, ...same },
    select: { id: true },
  });
  return ended !== null;
}
