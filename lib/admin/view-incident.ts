import { config } from '../config';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { type Money, storedMoney } from '../money';
import { listRefunding } from '../orders/excess';
import { formatOrderNumber } from '../orders/get-order';
import { actionsOf, type IncidentAction, needsReference } from '../orders/incident-actions';
import { type IncidentKind, storedIncidentKind } from '../orders/incidents';
import { factsShown } from './decide-incident';
import type { Session } from './session';
import { type AnySession, ownOrders } from './visitor-session';

/** An open incident, with its facts and the possible actions. */
export type IncidentView = {
  readonly id: string;
  readonly kind: IncidentKind;
  readonly order: { readonly number: number; readonly displayNumber: string; readonly total: Money };
  /** The amount SEQR reported as paid, or the excess; null if unknown. */
  readonly amount: Money | null;
  /** The amount of the payment's invoice, or the order's total if the incident is about no payment. */
  readonly invoiced: Money;
  readonly status: string | null;
  readonly ersReference: string | null;
  readonly invoiceReference: string | null;
  readonly detail: string | null;
  readonly openedAt: Date;
  /** When SEQR is asked next. Null if no query is scheduled; `canAsk` says whether a person can start one. */
  readonly nextCheckAt: Date | null;
  readonly canAsk: boolean;
  /** When the order's stock is released. */
  readonly goodsUntil: Date | null;
  readonly actions: readonly IncidentAction[];
  readonly needsReference: boolean;
  /** The source of an excess refund: a payment's id, or `transfer`. */
  readonly refundFrom: string | null;
  readonly shown: string;
};

const include = { order: { include: { payments: true } }, payment: true } satisfies Prisma.IncidentInclude;
type Row = Prisma.IncidentGetPayload<{ include: typeof include }>;

const DAY_MS = 86_400_000;

/** Open incidents, oldest first, at most `take`. With `number`, only those of that order. */
export async function listIncidents(
  session: AnySession,
  { number, take = 100 }: { number?: number; take?: number },
): Promise<IncidentView[]> {
  const order = { ...ownOrders(session), ...(number === undefined ? {} : { number }) };
  const rows = await db().read.incident.findMany({
    where: { endedAt: null, ...(Object.keys(order).length === 0 ? {} : { order }) },
    orderBy: { openedAt: 'asc' },
    take,
    include,
  });
  const refunding = await listRefunding(
    db().read,
    rows.filter(({ kind }) => kind === 'excess').flatMap(({ order }) => order.payments),
  );
  return rows.map((row) => viewIncident(row, refunding));
}

/** An incident of the order; `ended` if it is resolved, null if it does not exist. */
export async function getIncident(
  _session: Session,
  number: number,
  id: string,
): Promise<IncidentView | 'ended' | null> {
  const row = await db().read.incident.findFirst({ where: { id, order: { number } }, include });
  if (!row) return null;
  if (row.endedAt !== null) return 'ended';
  return viewIncident(row, await listRefunding(db().read, row.kind === 'excess' ? row.order.payments : []));
}

function viewIncident(row: Row, refunding: ReadonlySet<string>): IncidentView {
  const { id, kind, order, payment, status, amount, currency, ersReference, detail, openedAt } = row;
  const heldAt = payment?.heldAt ?? null;
  const isHeld = heldAt !== null;
  const releasedAt = heldAt && new Date(heldAt.getTime() + config().heldDays * DAY_MS);
  return {
    ...{ id, status, ersReference, detail, openedAt },
    kind: storedIncidentKind(kind),
    order: {
      number: order.number,
      displayNumber: formatOrderNumber(order.number),
      total: storedMoney(order.total, order.currency),
    },
    amount: amount === null ? null : storedMoney(amount, currency ?? order.currency),
    invoiced: storedMoney(payment?.amount ?? order.total, payment?.currency ?? order.currency),
    invoiceReference: payment?.invoiceReference ?? null,
    nextCheckAt: isHeld ? (payment?.nextCheckAt ?? null) : null,
    canAsk: isHeld && payment?.invoiceReference !== null,
    goodsUntil: order.state === 'PENDING' ? releasedAt : null,
    actions: actionsOf(row, order),
    needsReference: needsReference(row),
    refundFrom: kind === 'excess' ? refundFrom(row, refunding) : null,
    shown: factsShown(row, order),
  };
}

/**
 * The source of a refund: the incident's payment, if it has one. Otherwise bank transfers if they cover the excess,
 * because a person refunds them and SEQR cannot refuse. Otherwise the first payment that covers it and that the shop is not
 * refunding already. Null if none does.
 */
function refundFrom({ paymentId, amount, order }: Row, refunding: ReadonlySet<string>): string | null {
  if (paymentId) return paymentId;
  if (order.transferred - order.paidBack >= (amount ?? 0)) return 'transfer';
  const paid = order.payments.filter(
    ({ id, state, currency }) => state === 'PAID' && currency === order.currency && !refunding.has(id),
  );
  return paid.find((payment) => payment.amount - payment.refunded >= (amount ?? 0))?.id ?? null;
}
