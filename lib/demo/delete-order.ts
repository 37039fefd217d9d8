import type { Tx } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { releaseStock } from '../orders/stock';

/**
 * Deletes an order and all rows that belong to it, if it still meets `due` and none of its effects is queued. False if
 * the order is kept. The triggers of the append-only tables refuse a deletion unless they find a row in `Pruning`,
 * which exists only within this transaction.
 */
export async function deleteOrder(tx: Tx, orderId: string, due: Prisma.OrderWhereInput): Promise<boolean> {
  const order = await tx.order.findFirst({
    where: { ...due, id: orderId },
    include: {
      lines: { where: { kind: 'PRODUCT' } },
      payments: { select: { id: true } },
      refunds: { select: { id: true } },
      incidents: { select: { id: true } },
      creditNotes: { select: { number: true } },
    },
  });
  if (!order) return false;
  const [payments, refunds, incidents] = [order.payments, order.refunds, order.incidents].map((rows) =>
    rows.map(({ id }) => id),
  );
  const ofOrder = { where: { orderId } };
  const subjectId = { in: [orderId, ...(payments ?? []), ...(refunds ?? []), ...(incidents ?? [])] };
  if ((await tx.outbox.count({ where: { subjectId, doneAt: null } })) > 0) return false;
  await giveUnitsBack(tx, order);
  await tx.pruning.create({ data: { orderId } });
  await tx.outbox.deleteMany({ where: { subjectId } });
  await tx.mail.deleteMany(ofOrder);
  await tx.creditNoteVat.deleteMany({ where: { number: { in: order.creditNotes.map(({ number }) => number) } } });
  await tx.creditNote.deleteMany(ofOrder);
  await tx.refundLine.deleteMany({ where: { refundId: { in: refunds ?? [] } } });
  await tx.refund.deleteMany(ofOrder);
  await tx.incident.deleteMany(ofOrder);
  await tx.orderChange.deleteMany(ofOrder);
  await tx.paymentEvent.deleteMany({ where: { paymentId: { in: payments ?? [] } } });
  await tx.payment.deleteMany(ofOrder);
  await tx.transfer.deleteMany(ofOrder);
  await tx.orderEvent.deleteMany(ofOrder);
  await tx.auditEntry.deleteMany({ where: { subject: 'order', subjectId: String(order.number) } });
  await tx.orderLine.deleteMany(ofOrder);
  await tx.order.delete({ where: { id: orderId } });
  await tx.pruning.delete({ where: { orderId } });
  return true;
}

type Units = Prisma.OrderGetPayload<{ include: { lines: true } }>;

/** Makes the units that an unpaid order reserves available again. The units of a paid order no longer count as sold. */
async function giveUnitsBack(tx: Tx, { state, awaitsReview, lines }: Units): Promise<void> {
  const items = lines.flatMap(({ slug, quantity, returned }) =>
    slug === null || quantity === returned ? [] : [{ slug, quantity: quantity - returned }],
  );
  if (state === 'PENDING') return awaitsReview ? undefined : releaseStock(tx, items);
  if (state === 'CANCELED' || state === 'EXPIRED') return;
  for (const { slug, quantity } of items.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))) {
    await tx.product.updateMany({ where: { slug, sold: { gte: quantity } }, data: { sold: { decrement: quantity } } });
  }
}
