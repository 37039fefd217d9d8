import { now } from '../clock';
import { db } from '../db/client';
import { formatOrderNumber } from '../orders/get-order';
import { seqrIsDown } from '../payments/breaker';
import { workerState } from '../signals/worker-state';
import { listPeriodAttention, type PeriodAttention } from './period-attention';
import type { Session } from './session';

type AttentionKind =
  | 'worker-missing'
  | 'seqr-down'
  | 'payment-failed'
  | 'refund-unknown'
  | 'refund-transfer'
  | 'order-review'
  | 'transfer-overdue'
  | 'effect-failing'
  | PeriodAttention['kind'];

/**
 * An item, other than an incident, that needs manual action. `detail` is the technical reason, or SEQR's id of the
 * period.
 */
export type Attention = {
  readonly kind: AttentionKind;
  readonly order: { readonly number: number; readonly displayNumber: string } | null;
  /** The closing that needs attention. */
  readonly periodId?: string;
  readonly detail: string | null;
  readonly at: Date | null;
};

const MAX_PER_KIND = 20;
const RECENT_MS = 24 * 3_600_000;
/** Fewer failures of an effect are considered temporary. */
const FAILED_OFTEN = 3;

/** Items that need manual action, the most urgent kinds first, at most 20 of each kind. */
export async function listAttention(_session: Session): Promise<Attention[]> {
  const lists = await Promise.all([
    unclearRefunds(),
    ordersToReview(),
    overdueTransfers(),
    recentFailures(),
    listPeriodAttention(),
    failingEffects(),
  ]);
  const ofShop = { order: null, detail: null, at: null };
  return [
    ...(workerState() === 'missing' ? [{ kind: 'worker-missing' as const, ...ofShop }] : []),
    ...(seqrIsDown() ? [{ kind: 'seqr-down' as const, ...ofShop }] : []),
    ...lists.flat(),
  ];
}

function orderOf({ number }: { number: number }) {
  return { number, displayNumber: formatOrderNumber(number) };
}

const withNumber = { order: { select: { number: true } } } as const;

async function unclearRefunds(): Promise<Attention[]> {
  const rows = await db().read.refund.findMany({
    where: { OR: [{ state: 'UNKNOWN' }, { state: 'REQUESTED', paymentId: null }] },
    orderBy: { createdAt: 'asc' },
    take: MAX_PER_KIND,
    include: withNumber,
  });
  return rows.map(({ state, order, failure, createdAt }) => ({
    kind: state === 'UNKNOWN' ? 'refund-unknown' : 'refund-transfer',
    order: orderOf(order),
    detail: failure,
    at: createdAt,
  }));
}

/** Attempts of the last 24 hours that got no invoice, for orders that are still unpaid. */
async function recentFailures(): Promise<Attention[]> {
  const rows = await db().read.payment.findMany({
    where: {
      state: { in: ['UNKNOWN', 'FAILED'] },
      createdAt: { gte: new Date(now().getTime() - RECENT_MS) },
      failure: { not: null },
      order: { state: 'PENDING' },
    },
    orderBy: { createdAt: 'desc' },
    take: MAX_PER_KIND,
    include: withNumber,
  });
  return rows.map(({ order, failure, createdAt }) => ({
    kind: 'payment-failed',
    order: orderOf(order),
    detail: failure,
    at: createdAt,
  }));
}

async function ordersToReview(): Promise<Attention[]> {
  const rows = await db().read.order.findMany({
    where: { awaitsReview: true, state: 'PENDING' },
    orderBy: { createdAt: 'asc' },
    take: MAX_PER_KIND,
  });
  return rows.map((order) => ({ kind: 'order-review', order: orderOf(order), detail: null, at: order.createdAt }));
}

async function overdueTransfers(): Promise<Attention[]> {
  const rows = await db().read.order.findMany({
    where: { state: 'PENDING', transferred: { gt: 0 }, expiresAt: { lt: now() } },
    take: MAX_PER_KIND,
  });
  return rows.map((order) => ({ kind: 'transfer-overdue', order: orderOf(order), detail: null, at: order.expiresAt }));
}

async function failingEffects(): Promise<Attention[]> {
  const rows = await db().read.outbox.findMany({
    where: { nextAt: { not: null }, attempts: { gte: FAILED_OFTEN }, failure: { not: null } },
    orderBy: { nextAt: 'asc' },
    take: MAX_PER_KIND,
  });
  const orders = await Promise.all(rows.map(({ subjectId }) => orderOfSubject(subjectId)));
  return rows.map(({ kind, failure, createdAt }, index) => ({
    kind: 'effect-failing',
    order: orders[index] ?? null,
    detail: `${kind}: ${failure}`,
    at: createdAt,
  }));
}

/** The order of an effect's subject, which is a payment, an order or a refund. */
async function orderOfSubject(id: string): Promise<Attention['order']> {
  const order = await db().read.order.findFirst({
    where: { OR: [{ id }, { payments: { some: { id } } }, { refunds: { some: { id } } }] },
    select: { number: true },
  });
  return order && orderOf(order);
}
