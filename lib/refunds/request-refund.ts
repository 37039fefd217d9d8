import type { Tx } from '../db/client';
import type { Prisma, RefundCause } from '../db/generated/client';
import { newKey } from '../ids';
import type { Money } from '../money';
import { listRefunding, reviewExcess } from '../orders/excess';
import { leftToRefund } from '../orders/kept-money';
import { timeOfRefund } from '../orders/money-times';
import { type Actor, recordOrderEvent } from '../orders/order-events';
import { NOT_SENT, type RefundState } from '../orders/refund-states';

/** `quantity` units of the order's line at `position`, worth `amount` minor units in total. */
export type RefundedLine = { readonly position: number; readonly quantity: number; readonly amount: number };

export type RefundRequest = {
  readonly orderId: string;
  /** Null: the money came by bank transfer and is refunded manually. */
  readonly paymentId: string | null;
  /** Idempotency key: a repeated key means the same refund. */
  readonly key: string;
  readonly amount: Money;
  /** What was left to refund when a person confirmed the amount. If this has changed, the request is refused. */
  readonly left?: number;
  readonly cause?: RefundCause;
  readonly reason: string;
  readonly by: Actor;
  readonly lines?: readonly RefundedLine[];
  /** Whether the refunded units return to stock once the refund is DONE. */
  readonly restock?: boolean;
  /** SEQR has already reversed the payment, so all of it may be recorded as refunded, even money that was settled elsewhere. */
  readonly isReversal?: boolean;
};

export type RefundRefusal =
  | 'not-positive'
  | 'not-paid'
  | 'currency'
  | 'too-much'
  | 'sum-changed'
  | 'lines'
  | 'key-reused';

export type RequestedRefund =
  | { readonly ok: true; readonly id: string; readonly state: RefundState; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: RefundRefusal };

/**
 * Stores a refund and reserves its amount, so that all refunds together never exceed what was paid. A conditional update
 * enforces this, and a database constraint checks it again. A refused request changes nothing.
 */
export async function requestRefund(tx: Tx, request: RefundRequest): Promise<RequestedRefund> {
  const { orderId, paymentId, key, amount, cause, reason, by, lines = [], restock = false } = request;
  const earlier = await tx.refund.findUnique({ where: { key } });
  if (earlier) {
    const same = earlier.orderId === orderId && earlier.paymentId === paymentId && earlier.amount === amount.amount;
    if (!same) return refuse('key-reused');
    if (earlier.state !== 'REFUSED' || earlier.failure !== NOT_SENT) return answerRepeat(earlier);
  }
  if (!Number.isSafeInteger(amount.amount) || amount.amount <= 0) return refuse('not-positive');
  if (!earlier && !(await linesAreLeft(tx, orderId, lines))) return refuse('lines');
  const order = await tx.order.findUnique({
    where: { id: orderId },
    include: { payments: true, transfers: true, incidents: true },
  });
  if (!order) return refuse('not-paid');
  const problem = await reserve(tx, order, request);
  if (problem) return refuse(problem);
  const createdAt = timeOfRefund(order);
  if (earlier) {
    // Restarts the refund's timeout; see mark-lost-refunds.ts.
    await tx.refund.update({ where: { key }, data: { state: 'REQUESTED', createdAt, settledAt: null } });
    await reviewExcess(tx, orderId);
    return { ok: true, id: earlier.id, state: 'REQUESTED', isNew: true };
  }
  const id = newKey();
  const facts = { amount: amount.amount, currency: amount.currency };
  await tx.refund.create({
    data: {
      id,
      orderId,
      paymentId,
      key,
      ...(cause && { cause }),
      state: 'REQUESTED',
      ...facts,
      reason,
      source: by.source,
      actor: by.name ?? null,
      createdAt,
      restock,
      lines: { create: [...lines] },
    },
  });
  await recordOrderEvent(tx, orderId, by, {
    kind: 'refund-requested',
    refundId: id,
    ...facts,
    reason,
    ...(cause && { cause }),
  });
  await reviewExcess(tx, orderId);
  return { ok: true, id, state: 'REQUESTED', isNew: true };
}

function refuse(reason: RefundRefusal): RequestedRefund {
  return { ok: false, reason };
}

function answerRepeat({ id, state }: { id: string; state: RefundState }): RequestedRefund {
  return { ok: true, id, state, isNew: false };
}

async function reserve(
  tx: Tx,
  order: Prisma.OrderGetPayload<{ include: { payments: true; incidents: true } }>,
  { paymentId, amount, left: confirmed, isReversal = false }: RefundRequest,
): Promise<RefundRefusal | null> {
  const payment = order.payments.find(({ id }) => id === paymentId) ?? null;
  const isPaid =
    paymentId === null ? order.transferred !== 0 : payment?.state === 'PAID' && payment.ersReference !== null;
  if (!isPaid) return 'not-paid';
  if ((payment ?? order).currency !== amount.currency) return 'currency';
  const refunding = await listRefunding(tx, order.payments);
  const left = leftToRefund(order, payment, refunding);
  if (!isReversal && amount.amount > left) return 'too-much';
  if (confirmed !== undefined && confirmed !== left) return 'sum-changed';
  const { count } = payment
    ? await tx.payment.updateMany({
        where: { id: payment.id, state: 'PAID', refunded: { lte: payment.amount - amount.amount } },
        data: { refunded: { increment: amount.amount } },
      })
    : await tx.order.updateMany({
        // `transferred` never decreases, so a value read earlier is never too high.
        where: { id: order.id, paidBack: { lte: order.transferred - amount.amount } },
        data: { paidBack: { increment: amount.amount } },
      });
  return count === 1 ? null : 'too-much';
}

/** Whether these units have not been refunded yet. `reserve` guards the amounts; this check keeps the lines consistent. */
async function linesAreLeft(tx: Tx, orderId: string, lines: readonly RefundedLine[]): Promise<boolean> {
  const alreadyRefunded = await listRefundedQuantities(tx, orderId);
  for (const { position, quantity } of lines) {
    const line = await tx.orderLine.findUnique({ where: { orderId_position: { orderId, position } } });
    if (!line || quantity < 1 || quantity + (alreadyRefunded.get(position) ?? 0) > line.quantity) return false;
  }
  return true;
}

/** The number of units of each line (by position) that are refunded or being refunded. */
export async function listRefundedQuantities(
  reader: Pick<Tx, 'refundLine'>,
  orderId: string,
): Promise<Map<number, number>> {
  const rows = await reader.refundLine.findMany({ where: { refund: { orderId, state: { not: 'REFUSED' } } } });
  const quantities = new Map<number, number>();
  for (const { position, quantity } of rows) quantities.set(position, (quantities.get(position) ?? 0) + quantity);
  return quantities;
}
