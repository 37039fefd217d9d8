// What each buyer was told, while it went on and at the end, against what is true.
import { statusPath } from './watch-payment.mjs';

const thanks = 'Thank you. Your order is paid.';
const nothingCharged = 'Nothing has been charged';
const AT_ONCE = 6;

export async function checkBuyers(buyers, orders, shop, isReversed) {
  const findings = [];
  const byKey = new Map(orders.map((order) => [order.checkoutKey, order]));
  const queue = buyers.values();
  const lane = async () => {
    for (const buyer of queue) findings.push(...(await checkBuyer(buyer, byKey.get(buyer.key), shop, isReversed)));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return findings;
}

async function checkBuyer(buyer, order, shop, isReversed) {
  const findings = buyer.problems.map(([kind, text]) => ({ kind, order: nameOf(buyer, order), text }));
  const find = (kind, text) => findings.push({ kind, order: nameOf(buyer, order), text });
  if (buyer.outcome === 'refused' && order) find('words', 'the buyer was refused, and there is an order');
  if (buyer.outcome === 'placed' && order?.id !== buyer.orderId)
    find('lost', 'the order that the buyer was told of does not exist');
  if (!order) return findings;
  if (!buyer.orderId) buyer.orderId = order.id;
  const paid = order.attempts.filter(({ state }) => state === 'PAID');
  const toldPaid = buyer.told.filter(({ status }) => status === 'PAID');
  if (toldPaid.length > 0 && paid.length === 0) find('words', 'the buyer was told PAID, and nothing is paid');
  for (const { ersReference } of toldPaid) {
    if (!paid.some((attempt) => attempt.ersReference === ersReference)) find('words', 'told a wrong ersReference');
  }
  const firstPaid = buyer.told.findIndex(({ status }) => status === 'PAID');
  if (firstPaid >= 0 && buyer.told.slice(firstPaid).some(({ status }) => status !== 'PAID')) {
    find('words', 'the buyer was told PAID and then something else');
  }
  await checkPages(buyer, order, paid, shop, find, isReversed);
  return findings;
}

async function checkPages(buyer, order, paid, shop, find) {
  const status = await shop.get(statusPath(buyer));
  const told = status.status === 200 ? JSON.parse(status.text).status : `HTTP ${status.status}`;
  if ((told === 'PAID') !== paid.length > 0)
    find('words', `the status says ${told}, and ${paid.length} attempts are paid`);
  const { text } = await shop.get(`/orders/${order.id}/receipt`);
  const isPaid = order.state === 'PAID';
  if (text.includes(thanks) !== isPaid)
    find('words', `is ${order.state}, and its receipt ${isPaid ? 'does not thank' : 'thanks'}`);
  if (text.includes(nothingCharged) && paid.length > 0)
    find('words', 'money was drawn, and its page says that nothing was');
  if (isPaid && !text.includes(paid[0]?.ersReference)) find('words', 'its receipt lacks the ersReference');
}

const nameOf = (buyer, order) => (order ? `T-${order.number}` : `buyer ${buyer.plan.n}`);
