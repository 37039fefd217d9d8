import { config } from '../config';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { type Money, storedMoney } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import { actionsOf, type IncidentAction, needsReference } from '../orders/incident-actions';
import type { IncidentKind } from '../orders/incidents';
import { factsShown } from '../payments/decide-incident';
import type { Session } from './session';

/** An open incident, with what is known and how it can be ended. */
export type IncidentView = {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly order: { readonly number: number; readonly name: string; readonly total: Money };
  /** What SEQR says was paid, or what is too much; null where that is not known. */
  readonly amount: Money | null;
  readonly status: string | null;
  readonly ersReference: string | null;
  readonly invoiceReference: string | null;
  readonly detail: string | null;
  readonly openedAt: Date;
  /** When SEQR is asked next; null: only on request. */
  readonly nextCheckAt: Date | null;
  readonly canAsk: boolean;
  /** When the order's goods can be sold again. */
  readonly goodsUntil: Date | null;
  readonly actions: readonly IncidentAction[];
  readonly needsReference: boolean;
  /** Where an excess is refunded from: a payment's id, or `transfer`. */
  readonly refundFrom: string | null;
  readonly shown: string;
};

const include = { order: { include: { payments: true } }, payment: true } satisfies Prisma.IncidentInclude;
type Row = Prisma.IncidentGetPayload<{ include: typeof include }>;

const DAY_MS = 86_400_000;

/** The open incidents, oldest first: all of them up to `take`, or those of one order. */
export async function listIncidents(
  _session: Session,
  { number, take = 100 }: { number?: number; take?: number },
): Promise<IncidentView[]> {
  const rows = await db().read.incident.findMany({
    where: { endedAt: null, ...(number === undefined ? {} : { order: { number } }) },
    orderBy: { openedAt: 'asc' },
    take,
    include,
  });
  return rows.map(viewIncident);
}

/** An incident of that order, `ended` once somebody has ended it, null where there is none. */
export async function getIncident(
  _session: Session,
  number: number,
  id: string,
): Promise<IncidentView | 'ended' | null> {
  const row = await db().read.incident.findFirst({ where: { id, order: { number } }, include });
  if (!row) return null;
  return row.endedAt === null ? viewIncident(row) : 'ended';
}

function viewIncident(row: Row): IncidentView {
  const { id, kind, order, payment, status, amount, currency, ersReference, detail, openedAt } = row;
  const heldAt = payment?.heldAt ?? null;
  const isHeld = heldAt !== null;
  const releasedAt = heldAt && new Date(heldAt.getTime() + config().heldDays * DAY_MS);
  return {
    ...{ id, status, ersReference, detail, openedAt },
    kind: kind as IncidentKind,
    order: {
      number: order.number,
      name: formatOrderNumber(order.number),
      total: storedMoney(order.total, order.currency),
    },
    amount: amount === null ? null : storedMoney(amount, currency ?? order.currency),
    invoiceReference: payment?.invoiceReference ?? null,
    nextCheckAt: isHeld ? (payment?.nextCheckAt ?? null) : null,
    canAsk: isHeld && payment?.invoiceReference !== null,
    goodsUntil: order.state === 'PENDING' ? releasedAt : null,
    actions: actionsOf(row, order),
    needsReference: needsReference(row),
    refundFrom: kind === 'excess' ? refundFrom(row) : null,
    shown: factsShown(row, order),
  };
}

/** The bank's money first: a person sends it, so nothing can be refused. */
function refundFrom({ paymentId, amount, order }: Row): string | null {
  if (paymentId) return paymentId;
  if (order.transferred - order.paidBack >= (amount ?? 0)) return 'transfer';
  const paid = order.payments.filter(({ state, currency }) => state === 'PAID' && currency === order.currency);
  return paid.find((payment) => payment.amount - payment.refunded >= (amount ?? 0))?.id ?? null;
}
