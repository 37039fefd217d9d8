import { listIncidents } from '../admin/view-incident';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newKey, newUuid } from '../ids';
import { getOrder } from '../orders/get-order';
import { handleNotification } from '../payments/handle-notification';
import { syncPayment } from '../payments/sync-payment';
import { signedIn } from './admin-session';
import { addProducts, stockOf } from './shop-database';

const addresses = { forSeqr: 'http://127.0.0.1:1', forBuyer: 'http://127.0.0.1:1' };
const customer = { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' as const };

/**
 * Places an order of `quantity` × 100.00 plus a delivery for 49.00, for which SEQR issues an invoice. Returns helpers
 * for this order.
 */
export async function seqrOrder({ quantity = 1, stock = 5 } = {}) {
  const slug = newKey();
  await addProducts([{ slug, stock }]);
  const choices = { delivery: 'standard', paymentMethod: 'seqr', language: 'en' } as const;
  const checkout = { ...choices, items: [{ slug, quantity }], customer, checkoutKey: newUuid() };
  const placed = await placeOrder(checkout, { visitorId: 'visitor', clientAddress: null }, addresses);
  if (!placed.ok || placed.order.invoiceReference === null) throw new Error('no invoice');
  const { orderId, invoiceReference: reference } = placed.order;
  const { number } = await db().read.order.findUniqueOrThrow({ where: { id: orderId } });
  const read = async () => {
    const order = await getOrder(orderId);
    if (!order?.payment) throw new Error('no payment');
    return { ...order, payment: order.payment };
  };
  const paymentId = (await read()).payment.id;
  const row = () => db().read.payment.findUniqueOrThrow({ where: { id: paymentId } });
  return {
    ...{ orderId, number, reference, slug, paymentId, read, row },
    stock: () => stockOf(slug),
    /** Delivers a notification as if the shop had not queried SEQR recently. */
    notify: async () => {
      await db().write((tx) => tx.payment.update({ where: { id: paymentId }, data: { askedAt: null } }));
      return handleNotification(reference, orderId);
    },
    ask: async () => {
      await db().write((tx) => tx.payment.update({ where: { id: paymentId }, data: { askedAt: null } }));
      return syncPayment(paymentId, { source: 'merchant', name: 'Åsa' });
    },
    /** Returns the order's open incidents. */
    incidents: () => listIncidents(signedIn(), { number }),
    /** Returns the kinds of the entries in the order's history. */
    history: async () =>
      (await db().read.orderEvent.findMany({ where: { orderId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind),
  };
}

export type SeqrOrder = Awaited<ReturnType<typeof seqrOrder>>;
