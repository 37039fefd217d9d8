// Plans a run: a pure function of the seed and the number of orders. Which call a fault meets depends on the machine;
// which actions and faults happen, and in which order, depends only on the plan.
import { keysOf } from '../../lib/keys-of';
import { type Random, randomFrom } from './random';

/** A fault as the sandbox's control API accepts it. */
export type Fault = Readonly<Record<string, string | number | boolean>> & { readonly kind: string };
/** `name` is what the table calls it. */
export type NamedFault = Fault & { readonly name: string };
type Faults = Record<string, (random: Random) => Fault>;

/** What buyers do, with weights. */
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

/** Faults of calls to SEQR; `times` is 1 unless given. */
const callFaults = {
  'result code': (random: Random) => ({ kind: 'resultCode', resultCode: random.pick([90, 93, 94]) }),
  'slow answer': (random: Random) => ({
    kind: 'delay',
    seconds: random.between(5, 12) / 10,
    times: random.between(1, 3),
  }),
  'no answer': () => ({ kind: 'hang' }),
  'no answer, work done': () => ({ kind: 'hang', afterWork: true }),
  'closed, work done': () => ({ kind: 'close' }),
  'closed, nothing done': () => ({ kind: 'close', afterWork: false }),
  'HTTP 500': (random: Random) => ({ kind: 'http', status: 500, times: random.between(1, 3) }),
  'HTTP 503, work done': () => ({ kind: 'http', status: 503, afterWork: true }),
  'HTML with 200': () => ({ kind: 'http', status: 200 }),
  'SOAP fault': () => ({ kind: 'soapFault' }),
  'malformed XML': () => ({ kind: 'malformed' }),
  'half an answer': () => ({ kind: 'truncated' }),
} satisfies Faults;
const operations = {
  sendInvoice: 3,
  getPaymentStatus: 6,
  cancelInvoice: 1,
  submitPaymentReceipt: 2,
  refundPayment: 1,
};

/** What happens to a payment's notification. */
const notifications = {
  arrives: 60,
  'notification lost': 16,
  'notification late': 8,
  'notification doubled': 10,
  'notifications reordered': 4,
};
const notificationFaults: Faults = {
  'notification lost': () => ({ kind: 'dropNotification' }),
  'notification late': (random: Random) => ({ kind: 'delayNotification', seconds: random.between(1, 6) }),
  'notification doubled': (random: Random) => ({ kind: 'repeatNotification', copies: random.between(2, 50) }),
  'notifications reordered': () => ({ kind: 'reorderNotifications', times: 2 }),
} satisfies Faults;

/** Faults that make answers or payments wrong, so that only a merchant can settle the money. */
const moneyFaults = {
  'another amount paid': (random: Random) => ({ kind: 'payAmount', amount: `${random.between(1, 2500)}.00`, times: 1 }),
  'another amount reported': (random: Random) => ({
    kind: 'wrongReceipt',
    amount: '1.00',
    times: random.between(1, 3),
  }),
  // The reference is chosen when the fault starts.
  'another’s reference': () => ({ kind: 'wrongReceipt' }),
  'unknown invoice (54)': (random: Random) => ({
    ...{ kind: 'resultCode', resultCode: 54, operation: 'getPaymentStatus' },
    ...{ afterWork: true, times: random.between(1, 4) },
  }),
} satisfies Faults;

/** What two merchants do concurrently to an order that is being paid. */
const merchants = { nothing: 94, 'simultaneous changes': 4, 'change during cancellation': 2 };

const disasters = {
  sqlite: {
    'kill -9 of a web process': 5,
    'kill -9 of SEQR': 3,
    'SEQR down': 3,
    'database locked': 3,
    'disk full': 2,
  },
  // Filling PostgreSQL's disk would need a separate disk. lib/postgresql/database.test.ts tests the errors of a full one.
  postgresql: {
    'kill -9 of a web process': 6,
    'kill -9 of the worker': 4,
    'kill -9 of SEQR': 3,
    'SEQR down': 3,
    'database locked': 3,
    'restart of PostgreSQL': 2,
    'crash of PostgreSQL': 2,
    'listeners cut': 3,
  },
};
const DISASTER_EVERY = 40;

export const disasterKinds = { sqlite: keysOf(disasters.sqlite), postgresql: keysOf(disasters.postgresql) };
export const buyerKinds = keysOf(buyers);
export const moneyFaultKinds = keysOf(moneyFaults);
export const merchantKinds = keysOf(merchants);

export type OrderPlan = {
  readonly n: number;
  readonly scarce: boolean;
  readonly quantity: number;
  readonly buyer: keyof typeof buyers;
  readonly page: 'polls' | 'listens' | 'looks once';
  readonly clicks: number;
  readonly waitMs: number;
  readonly callFault: NamedFault | null;
  readonly notification: keyof typeof notifications;
  readonly notificationFault: Fault | null;
  readonly statusFault: NamedFault | null;
  readonly moneyFault: NamedFault | null;
  readonly merchants: keyof typeof merchants;
  readonly afterwards: 'nothing' | 'refund twice' | 'reversed after booking' | 'requests another code';
};
type DisasterKind = keyof typeof disasters.sqlite | keyof typeof disasters.postgresql;
/** A disaster starts after `after` orders. */
export type Disaster = {
  readonly after: number;
  readonly kind: DisasterKind;
  readonly waitMs: number;
  readonly lastsMs: number;
};
export type Plan = {
  readonly seed: string;
  readonly orders: readonly OrderPlan[];
  readonly disasters: readonly Disaster[];
};

export function makePlan(seed: string, count: number, database: keyof typeof disasters = 'sqlite'): Plan {
  const orderRandom = randomFrom(`${seed}/orders`);
  const orders = Array.from({ length: count }, (_, n) => planOrder(orderRandom, n));
  const random = randomFrom(`${seed}/disasters`);
  const planned =
    database === 'sqlite'
      ? planDisasters(random, count, disasters.sqlite)
      : planDisasters(random, count, disasters.postgresql);
  return { seed, orders, disasters: planned };
}

function planOrder(random: Random, n: number): OrderPlan {
  const fault = random.chance(0.3) ? random.pick(keysOf(callFaults)) : null;
  const operation = random.weighted(operations);
  const notification = random.weighted(notifications);
  const money = random.chance(0.06) ? random.pick(keysOf(moneyFaults)) : null;
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
    moneyFault: money ? { name: money, ...moneyFaults[money](random) } : null,
    merchants: random.weighted(merchants),
    afterwards: random.weighted({
      nothing: 84,
      'refund twice': 10,
      'reversed after booking': 2,
      'requests another code': 4,
    }),
  };
}

/** Wrong status answers about this payment. */
const statusFaults = {
  'stale status': () => ({ kind: 'stale' }),
  'status never heard of': () => ({ kind: 'status', status: 'PARTIALLY_PAID' }),
  // So slow that the next query is answered first.
  'answer overtaken': (random: Random) => ({
    kind: 'delay',
    seconds: random.between(33, 36) / 10,
    operation: 'getPaymentStatus',
  }),
} satisfies Faults;

function planStatus(random: Random): NamedFault | null {
  const name = random.weighted({ none: 78, 'stale status': 6, 'status never heard of': 2, 'answer overtaken': 14 });
  return name === 'none' ? null : { name, ...statusFaults[name](random) };
}

function planDisasters<Kind extends DisasterKind>(
  random: Random,
  count: number,
  weights: Readonly<Record<Kind, number>>,
): Disaster[] {
  const list: Disaster[] = [];
  // Each kind happens once early in the run, so that a short run has them all.
  const first = keysOf(weights);
  for (
    let after = 4;
    after < count;
    after += first.length > 0 ? 7 : random.between(DISASTER_EVERY / 3, DISASTER_EVERY)
  ) {
    const index = random.between(0, Math.max(0, first.length - 1));
    const [early] = first.splice(index, 1);
    const kind = early ?? random.weighted(weights);
    list.push({ after, kind, waitMs: random.between(0, 400), lastsMs: random.between(300, 3000) });
  }
  return list;
}
