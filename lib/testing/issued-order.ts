import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';
import { createOrder } from '../orders/create-order';
import { issueInvoice, type ShopAddresses } from '../payments/issue-invoice';
import { openAttempt } from '../payments/open-attempt';

/** Creates an order of one unit, for which SEQR issues an invoice. */
export async function issuedOrder(slug: string, addresses: ShopAddresses) {
  const { order, payment } = await db().write(async (tx) => {
    const created = await createOrder(tx, {
      checkoutKey: newKey(),
      requestHash: '',
      visitorId: null,
      clientAddress: null,
      items: [{ slug, quantity: 1 }],
      customer: { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' },
      delivery: 'standard',
      deliveryName: 'Standard delivery',
      paymentMethod: 'seqr',
      language: 'en',
      paymentTimeoutSeconds: config().paymentTimeoutSeconds,
    });
    if (!created.ok) throw new Error(created.reason);
    return { order: created.order, payment: await openAttempt(tx, created.order, created.order.expiresAt, 0) };
  });
  const issued = await issueInvoice(order, payment, addresses);
  if (!issued) throw new Error('no invoice');
  const orderId = order.id;
  const states = async () => {
    const { state, payments } = await db().read.order.findUniqueOrThrow({
      where: { id: orderId },
      include: { payments: true },
    });
    return [state, ...payments.map((payment) => payment.state)];
  };
  return { orderId, slug, reference: issued.invoiceReference, states };
}
