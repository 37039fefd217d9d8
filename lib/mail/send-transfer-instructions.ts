import { getOrder } from '../orders/get-order';
import { composeTransferInstructions } from './compose';
import { deliver } from './deliver';

/** Tells the buyer how to pay an order by bank transfer; nothing once it is paid or closed. */
export async function sendTransferInstructions(orderId: string, cause: string): Promise<void> {
  const order = await getOrder(orderId);
  if (!order?.bankTransfer) throw new Error('mail: the order is not paid by bank transfer');
  if (order.state !== 'PENDING') return;
  await deliver({ cause, kind: 'transfer', order, text: composeTransferInstructions(order, order.bankTransfer) });
}
