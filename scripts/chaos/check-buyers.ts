// Compares what each buyer was shown, during the run and at the end, with the truth.
import type { Attempt, Order } from './books';
import type { Find, Finding } from './finding';
import type { ShopClient } from './http';
import { statusPath } from './watch-payment';
import type { Buyer } from './world';

const thanks = 'Thank you. Your order is paid.';
const nothingCharged = 'Nothing has been charged';
const CONCURRENCY = 6;

export async function checkBuyers(
  buyers: readonly Buyer[],
  orders: readonly Order[],
  shop: ShopClient,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const byKey = new Map(orders.map((order) => [order.checkoutKey, order]));
  const queue = buyers.values();
  const lane = async () => {
    for (const buyer of queue) findings.push(...(await checkBuyer(buyer, byKey.get(buyer.key), shop)));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return findings;
}

async function checkBuyer(buyer: Buyer, order: Order | undefined, shop: ShopClient): Promise<Finding[]> {
  const subject = nameOf(buyer, order);
  const findings: Finding[] = buyer.problems.map(([kind, text]) => ({ kind, order: subject, text }));
  const find: Find = (kind, text) => findings.push({ kind, order: subject, text });
  if (buyer.outcome === 'refused' && order) find('words', 'the buyer was refused, but there is an order');
  if (buyer.outcome === 'placed' && order?.id !== buyer.orderId)
    find('lost', 'the shop told the buyer about an order that does not exist');
  if (!order) return findings;
  if (!buyer.orderId) buyer.orderId = order.id;
  const paid = order.attempts.filter(({ state }) => state === 'PAID');
  const toldPaid = buyer.told.filter(({ status }) => status === 'PAID');
  if (toldPaid.length > 0 && paid.length === 0) find('words', 'the buyer was told PAID, but nothing is paid');
  for (const { ersReference } of toldPaid) {
    if (!paid.some((attempt) => attempt.ersReference === ersReference)) find('words', 'told a wrong ersReference');
  }
  const firstPaid = buyer.told.findIndex(({ status }) => status === 'PAID');
  if (firstPaid >= 0 && buyer.told.slice(firstPaid).some(({ status }) => status !== 'PAID')) {
    find('words', 'the buyer was told PAID and then something else');
  }
  await checkPages(buyer, order, paid, shop, find);
  return findings;
}

async function checkPages(
  buyer: Buyer,
  order: Order,
  paid: readonly Attempt[],
  shop: ShopClient,
  find: Find,
): Promise<void> {
  const status = await shop.get(statusPath(buyer));
  const shownStatus = status.status === 200 ? JSON.parse(status.text).status : `HTTP ${status.status}`;
  if ((shownStatus === 'PAID') !== paid.length > 0)
    find('words', `the status says ${shownStatus}, but ${paid.length} attempts are paid`);
  const { text } = await shop.get(`/orders/${order.id}/receipt`);
  const isPaid = order.state === 'PAID';
  if (text.includes(thanks) !== isPaid)
    find('words', `is ${order.state}, and its receipt ${isPaid ? 'does not thank' : 'thanks'}`);
  if (text.includes(nothingCharged) && (paid.length > 0 || order.attempts.some(isHeldAtSeqr)))
    find('words', 'money was charged, but its page says that nothing was');
  const reference = paid[0]?.ersReference;
  if (isPaid && !(reference && text.includes(reference))) find('words', 'its receipt lacks the ersReference');
}

const isHeldAtSeqr = ({ invoice }: Attempt) => invoice?.status === 'PAID';

const nameOf = (buyer: Buyer, order: Order | undefined) => (order ? `T-${order.number}` : `buyer ${buyer.plan.n}`);
