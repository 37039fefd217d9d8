// What is going to happen, before anything does: a pure function of the seed and the number of orders. Which fault meets
// which call at run time is up to the machine; what is asked for, of whom and in what order, is not.
import { randomFrom } from './random.mjs';

/** What buyers do, and how often. */
const buyers = {
  pays: 40,
  'pays and closes the page': 14,
  'clicks many times': 8,
  'pays in two tabs': 6,
  'cancels while paying': 7,
  'cancels in the app, then pays': 6,
  'is refused, then pays': 5,
  'confirms slowly': 4,
  'names a price of its own': 4,
  'forges notifications': 3,
  'never pays': 6,
};

/** What goes wrong in a call to SEQR; `times` is 1 unless a fault says otherwise. */
const callFaults = {
  'result code': (random) => ({ kind: 'resultCode', resultCode: random.pick([90, 93, 94]) }),
  'slow answer': (random) => ({ kind: 'delay', seconds: random.between(5, 12) / 10, times: random.between(1, 3) }),
  'no answer': () => ({ kind: 'hang' }),
  'no answer, work done': () => ({ kind: 'hang', afterWork: true }),
  'closed, work done': () => ({ kind: 'close' }),
  'closed, nothing done': () => ({ kind: 'close', afterWork: false }),
  'HTTP 500': (random) => ({ kind: 'http', status: 500, times: random.between(1, 3) }),
  'HTTP 503, work done': () => ({ kind: 'http', status: 503, afterWork: true }),
  'HTML with 200': () => ({ kind: 'http', status: 200 }),
  'SOAP fault': () => ({ kind: 'soapFault' }),
  'malformed XML': () => ({ kind: 'malformed' }),
  'half an answer': () => ({ kind: 'truncated' }),
};
const operations = {
  sendInvoice: 3,
  getPaymentStatus: 6,
  cancelInvoice: 1,
  submitPaymentReceipt: 2,
  refundPayment: 1,
};

/** What happens to the notification of a payment. */
const notifications = {
  arrives: 60,
  'notification lost': 16,
  'notification late': 8,
  'notification doubled': 10,
  'notifications reordered': 4,
};
const notificationFaults = {
  'notification lost': () => ({ kind: 'dropNotification' }),
  'notification late': (random) => ({ kind: 'delayNotification', seconds: random.between(1, 6) }),
  'notification doubled': (random) => ({ kind: 'repeatNotification', copies: random.between(2, 50) }),
  'notifications reordered': () => ({ kind: 'reorderNotifications', times: 2 }),
};

const disasters = {
  'kill -9 of the shop': 5,
  'kill -9 of SEQR': 3,
  'SEQR down': 3,
  'database locked': 3,
  'disk full': 2,
};
const DISASTER_EVERY = 40;

export const disasterKinds = Object.keys(disasters);
export const buyerKinds = Object.keys(buyers);

/** `{ seed, orders, disasters }`; a disaster strikes when so many orders have begun. */
export function makePlan(seed, count) {
  const random = randomFrom(`${seed}/orders`);
  const orders = Array.from({ length: count }, (_, n) => planOrder(random, n));
  return { seed: String(seed), orders, disasters: planDisasters(randomFrom(`${seed}/disasters`), count) };
}

function planOrder(random, n) {
  const fault = random.chance(0.3) ? random.pick(Object.keys(callFaults)) : null;
  const operation = random.weighted(operations);
  const notification = random.weighted(notifications);
  return {
    n,
    scarce: random.chance(0.12),
    quantity: random.between(1, 3),
    buyer: random.weighted(buyers),
    page: random.weighted({ polls: 4, listens: 4, 'looks once': 2 }),
    clicks: random.between(2, 12),
    waitMs: random.between(0, 600),
    callFault: fault ? { name: fault, ...callFaults[fault](random), operation } : null,
    notification,
    notificationFault: notificationFaults[notification]?.(random) ?? null,
    statusFault: planStatus(random),
    afterwards: random.weighted({ nothing: 84, 'refund twice': 10, 'reversed though known': 2, 'asks for another': 4 }),
  };
}

/** What is wrong with the answers about this one payment. */
const statusFaults = {
  'stale status': () => ({ kind: 'stale' }),
  'status never heard of': () => ({ kind: 'status', status: 'PARTIALLY_PAID' }),
  // So slow that the next question is answered before it.
  'answer overtaken': (random) => ({
    kind: 'delay',
    seconds: random.between(33, 36) / 10,
    operation: 'getPaymentStatus',
  }),
};

function planStatus(random) {
  const name = random.weighted({ none: 78, 'stale status': 6, 'status never heard of': 2, 'answer overtaken': 14 });
  return name === 'none' ? null : { name, ...statusFaults[name](random) };
}

function planDisasters(random, count) {
  const list = [];
  // Each kind strikes early once, so that a short run sees them all.
  const first = [...disasterKinds];
  for (
    let after = 4;
    after < count;
    after += first.length > 0 ? 7 : random.between(DISASTER_EVERY / 3, DISASTER_EVERY)
  ) {
    const index = random.between(0, Math.max(0, first.length - 1));
    const kind = first.length > 0 ? first.splice(index, 1)[0] : random.weighted(disasters);
    list.push({ after, kind, waitMs: random.between(0, 400), lastsMs: random.between(300, 3000) });
  }
  return list;
}
