import { db } from '../db/client';
import { issueInvoice, type ShopAddresses } from '../payments/issue-invoice';

/** Sends the invoice of a stored attempt. */
export async function issueStored(
  paymentId: string,
  addresses: ShopAddresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' },
): Promise<void> {
  const { order, ...payment } = await db().read.payment.findUniqueOrThrow({
    where: { id: paymentId },
    include: { order: { include: { lines: { orderBy: { position: 'asc' } } } } },
  });
  await issueInvoice(order, payment, addresses);
}
