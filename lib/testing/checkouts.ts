import { listIncidents } from '../admin/view-incident';
import { type PlacedOrder, placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { getOrder } from '../orders/get-order';
import { signedIn } from './admin-session';
import { addProducts } from './shop-database';

export const addresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' };

let serial = 0;
export async function newCheckout(stock = 5) {
  const slug = `p${serial++}`;
  await addProducts([{ slug, stock }]);
  return {
    items: [{ slug, quantity: 1 }],
    customer: {
      name: 'Å',
      email: 'a@b.se',
      address: 'x',
      postalCode: '12345',
      city: 'y',
      country: 'SE' as const,
    },
    delivery: 'standard' as const,
    paymentMethod: 'seqr' as const,
    checkoutKey: newUuid(),
    language: 'en' as const,
  };
}
export type Checkout = Awaited<ReturnType<typeof newCheckout>>;

export async function place(checkout: Checkout): Promise<PlacedOrder> {
  const result = await placeOrder(checkout, { visitorId: 'visitor', clientAddress: null }, addresses);
  if (!result.ok) throw new Error(result.reason);
  return result.order;
}

/** Places an order, for which SEQR issues an invoice. */
export async function issued() {
  const checkout = await newCheckout();
  const { orderId, invoiceReference } = await place(checkout);
  if (invoiceReference === null) throw new Error('no invoice');
  const read = async () => {
    const order = await getOrder(orderId);
    if (!order?.payment) throw new Error('no payment');
    return { ...order, payment: order.payment };
  };
  const slug = checkout.items[0]?.slug ?? '';
  return { orderId, slug, reference: invoiceReference, read, paymentId: (await read()).payment.id };
}

export async function incidentsOf(orderId: string) {
  const { number } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
  return listIncidents(signedIn(), { number });
}

export const eventsOf = (paymentId: string) =>
  db().read.paymentEvent.findMany({ where: { paymentId }, orderBy: { id: 'asc' } });
/** Simulates that time has passed, by moving the times in the database back. */
export const rewind = (id: string, ms: number) =>
  db().write(async (tx) => {
    const row = await tx.payment.findUniqueOrThrow({ where: { id } });
    const back = (date: Date | null) => (date ? new Date(date.getTime() - ms) : null);
    const expiresAt = new Date(row.expiresAt.getTime() - ms);
    await tx.payment.update({
      where: { id },
      data: {
        askedAt: back(row.askedAt),
        nextCheckAt: back(row.nextCheckAt),
        createdAt: back(row.createdAt) ?? row.createdAt,
        expiresAt,
      },
    });
    await tx.order.update({ where: { id: row.orderId }, data: { expiresAt } });
  });
