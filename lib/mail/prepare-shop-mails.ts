import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { merchant } from '../merchant';
import { type Money, storedMoney } from '../money';
import { formatOrderNumber, getOrder } from '../orders/get-order';
import { heldKinds } from '../orders/incidents';
import type { Task } from '../outbox/effect';
import { enqueue } from '../outbox/enqueue';
import {
  type AttentionKind,
  composeAttention,
  composeMoreAttention,
  composeNewOrder,
  composeNoInvoice,
} from './compose-for-shop';
import { prepareDelivery } from './prepare-delivery';

const HOUR_MS = 3_600_000;
/** Incidents and refunds beyond this number within an hour are announced together at the end of the hour. */
const ATTENTION_MAILS_PER_HOUR = 10;

const toShop = (orderId: string) => ({ orderId, recipient: merchant.email, language: merchant.mailLanguage });

/** The mail to the shop about a paid order, or one to be paid by bank transfer. Null once it is closed. */
export async function prepareNewOrder(orderId: string, cause: string): Promise<Task | null> {
  const order = await getOrder(orderId);
  if (!order) throw new Error('mail: there is no such order');
  if (order.state === 'CANCELED' || order.state === 'EXPIRED') return null;
  const text = composeNewOrder(order, merchant.mailLanguage);
  return prepareDelivery({ cause, kind: 'new-order', text, ...toShop(orderId) });
}

/**
 * The mail to the shop about an incident or a refund without an answer, once each. `id` is the incident's or refund's. Null
 * once it is resolved. Beyond ten in an hour, queues one mail about all of them instead.
 */
export async function prepareAttention(id: string, cause: string): Promise<Task | null> {
  const found = (await findIncident(id)) ?? (await findUnknownRefund(id));
  if (!found) return null;
  const { order, ...facts } = found;
  const text = composeAttention({ number: formatOrderNumber(order.number) }, facts, merchant.mailLanguage);
  const unless = { scope: 'attention mails', holds: isFlood };
  return prepareDelivery({ cause, kind: 'attention', text, unless, ...toShop(order.id) });
}

async function isFlood(tx: Tx): Promise<boolean> {
  const at = now().getTime();
  const recent = await tx.mail.count({ where: { kind: 'attention', createdAt: { gt: new Date(at - HOUR_MS) } } });
  if (recent < ATTENTION_MAILS_PER_HOUR) return false;
  const hour = new Date(at - (at % HOUR_MS));
  const rest = Math.ceil((secondsAfter(hour, HOUR_MS / 1000).getTime() - at) / 1000);
  await enqueue(tx, 'mail-attention-more', hour.toISOString(), undefined, rest);
  return true;
}

/** The mail that tells the shop how many incidents and refunds need a decision. Null if there are none. */
export async function prepareMoreAttention(_hour: string, cause: string): Promise<Task | null> {
  const select = { orderId: true };
  const unknown = { state: 'UNKNOWN' } as const;
  const [incidents, refunds, newestIncident, newestRefund] = await Promise.all([
    db().read.incident.count({ where: { endedAt: null } }),
    db().read.refund.count({ where: unknown }),
    db().read.incident.findFirst({ where: { endedAt: null }, orderBy: { openedAt: 'desc' }, select }),
    db().read.refund.findFirst({ where: unknown, orderBy: { createdAt: 'desc' }, select }),
  ]);
  // Every mail belongs to an order.
  const newest = newestIncident ?? newestRefund;
  if (!newest) return null;
  const text = composeMoreAttention(incidents + refunds, merchant.mailLanguage);
  return prepareDelivery({ cause, kind: 'attention', text, ...toShop(newest.orderId) });
}

/** The mail that tells the shop that SEQR issued no invoice. `day`, such as `2026-11-30`, makes it one mail a day. */
export async function prepareNoInvoice(_day: string, cause: string): Promise<Task | null> {
  const failed = await db().read.payment.findFirst({
    where: { state: { in: ['FAILED', 'UNKNOWN'] }, failure: { not: null } },
    orderBy: { createdAt: 'desc' },
    select: { failure: true, order: { select: { id: true, number: true } } },
  });
  if (!failed) return null;
  const { failure, order } = failed;
  const text = composeNoInvoice({ number: formatOrderNumber(order.number) }, failure ?? '', merchant.mailLanguage);
  return prepareDelivery({ cause, kind: 'no-invoice', text, ...toShop(order.id) });
}

type Found = {
  readonly order: { readonly id: string; readonly number: number };
  readonly kind: AttentionKind;
  readonly amount: Money | null;
};

const ofOrder = { order: { select: { id: true, number: true } } } as const;

async function findIncident(id: string): Promise<Found | null> {
  const row = await db().read.incident.findFirst({ where: { id, endedAt: null }, include: ofOrder });
  if (!row) return null;
  const { order, amount, currency } = row;
  const isHeld = heldKinds.some((held) => held === row.kind);
  const kind = isHeld ? 'held' : row.kind === 'excess' ? 'excess' : 'contradicted';
  return { order, kind, amount: amount === null || currency === null ? null : storedMoney(amount, currency) };
}

async function findUnknownRefund(id: string): Promise<Found | null> {
  const row = await db().read.refund.findFirst({ where: { id, state: 'UNKNOWN' }, include: ofOrder });
  return row && { order: row.order, kind: 'refund-unknown', amount: storedMoney(row.amount, row.currency) };
}
