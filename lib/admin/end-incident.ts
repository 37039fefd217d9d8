import { db } from '../db/client';
import { isErsReference, maxLengths } from '../input-limits';
import { type IncidentAction, incidentActions } from '../orders/incident-actions';
import { type Sync, syncPayment } from '../payments/sync-payment';
import { type Decided, decideIncident } from './decide-incident';
import { actorOf, type Session } from './session';

export type EndedIncident = Decided | 'note' | 'reference';

/**
 * Resolves an order's incident with a submitted form. `action` is the merchant's choice, and `shown` has the facts that
 * the merchant saw. `ersReference` is required if SEQR sent none or an unusable one; `note` is required to settle. Null if
 * there is no such incident or action.
 */
export async function endIncidentByHand(
  session: Session,
  { number, id }: { number: number; id: string },
  form: Readonly<Record<string, string>>,
): Promise<EndedIncident | null> {
  const found = await db().read.incident.findFirst({ where: { id, order: { number } }, select: { id: true } });
  if (!found || !isAction(form.action)) return null;
  const note = (form.note ?? '').replace(/\s+/g, ' ').trim() || null;
  if ((note?.length ?? 0) > maxLengths.incidentNote || (form.action === 'settle' && note === null)) return 'note';
  const typed = (form.ersReference ?? '').trim();
  if (typed !== '' && !isErsReference(typed)) return 'reference';
  const decision = { action: form.action, shown: form.shown ?? '', ersReference: typed || null, note };
  return decideIncident(id, decision, actorOf(session));
}

/** Asks SEQR about an incident's payment now. Null if there is no held payment. */
export async function askAboutIncident(
  session: Session,
  { number, id }: { number: number; id: string },
): Promise<Sync | null> {
  const found = await db().read.incident.findFirst({
    where: { id, endedAt: null, order: { number } },
    select: { payment: { select: { id: true, heldAt: true } } },
  });
  return found?.payment?.heldAt ? syncPayment(found.payment.id, actorOf(session)) : null;
}

export function isAction(action: string | undefined): action is IncidentAction {
  return incidentActions.some((known) => known === action);
}
