import { db } from '../db/client';
import { isErsReference, maxLengths } from '../input-limits';
import { type IncidentAction, incidentActions } from '../orders/incident-actions';
import { type Decided, decideIncident } from '../payments/decide-incident';
import { type Sync, syncPayment } from '../payments/sync-payment';
import { actorOf, type Session } from './session';

export type EndedIncident = Decided | 'note' | 'reference';

/**
 * Ends an incident of that order as a merchant confirmed: `action`, the facts `shown`, `ersReference` where SEQR gave none
 * that can be used, and a note, which settling elsewhere needs. Null where there is no such incident or action.
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

/** Asks SEQR about the payment of an incident now; null where there is none to ask about. */
export async function askAboutIncident(
  _session: Session,
  { number, id }: { number: number; id: string },
): Promise<Sync | null> {
  const found = await db().read.incident.findFirst({
    where: { id, endedAt: null, order: { number } },
    select: { payment: { select: { id: true, heldAt: true } } },
  });
  return found?.payment?.heldAt ? syncPayment(found.payment.id, 'merchant') : null;
}

export function isAction(action: string | undefined): action is IncidentAction {
  return incidentActions.some((known) => known === action);
}
