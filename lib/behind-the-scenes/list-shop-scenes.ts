import type { Prisma } from '../db/generated/client';
import type { ShopScene, WrittenRows } from './scene';

export const ofShop = {
  number: true,
  state: true,
  createdAt: true,
  paidAt: true,
  closedAt: true,
  awaitsReview: true,
  lines: { select: { kind: true } },
  payments: { orderBy: { attempt: 'asc' }, include: { events: { orderBy: { id: 'asc' } } } },
  refunds: { select: { id: true } },
  events: { orderBy: { id: 'asc' }, select: { id: true, at: true, kind: true } },
} satisfies Prisma.OrderSelect;

type Order = Prisma.OrderGetPayload<{ select: typeof ofShop }>;
type Effect = {
  readonly id: number;
  readonly kind: string;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
  readonly failure: string | null;
};

/**
 * The steps of an order in the shop and the rows that they wrote, from the history in the database. Not sorted by time,
 * but the steps of one transaction keep their order.
 */
export function listShopScenes(order: Order, effects: readonly Effect[]): ShopScene[] {
  const { payments, lines, createdAt, paidAt, closedAt, state } = order;
  const products = lines.filter(({ kind }) => kind === 'PRODUCT').length;
  const stock = { change: 'UPDATE', table: 'Product', count: products } as const;
  const ofOrder = { change: 'UPDATE', table: 'Order' } as const;
  const isClosed = state === 'CANCELED' || state === 'EXPIRED';
  return [
    {
      key: 'ordered',
      at: createdAt,
      kind: 'ordered',
      rows: [
        ...(order.awaitsReview ? [] : [stock]),
        { change: 'INSERT', table: 'Order' },
        { change: 'INSERT', table: 'OrderLine', count: lines.length },
        ...payments.slice(0, 1).flatMap(rowsOfAttempt),
      ],
    },
    ...payments.flatMap(listAttempt),
    ...(paidAt ? [{ key: 'paid', at: paidAt, kind: 'order', to: 'PAID', rows: [ofOrder, stock] } as const] : []),
    ...(closedAt && isClosed
      ? [{ key: 'closed', at: closedAt, kind: 'order', to: state, rows: [ofOrder, stock] } as const]
      : []),
    ...order.events.map(
      ({ id, at, kind: event }): ShopScene => ({
        ...{ key: `event-${id}`, at, kind: 'event', event },
        rows: [{ change: 'INSERT', table: 'OrderEvent', id }],
      }),
    ),
    ...effects.flatMap(listEffect),
  ];
}

/** An attempt's row is written together with its first event. */
function rowsOfAttempt({ events }: Pick<Order['payments'][number], 'events'>): WrittenRows[] {
  const first = events[0];
  const rows: WrittenRows[] = [{ change: 'INSERT', table: 'Payment' }];
  return first ? [...rows, { change: 'INSERT', table: 'PaymentEvent', id: first.id }] : rows;
}

/** The first attempt has no scene for its beginning, because it begins with the order. */
function listAttempt(payment: Order['payments'][number]): ShopScene[] {
  const { attempt, createdAt, events } = payment;
  const begin: ShopScene = {
    key: `attempt-${attempt}`,
    at: createdAt,
    kind: 'attempt',
    attempt,
    rows: rowsOfAttempt(payment),
  };
  const moves = events.slice(1).map(
    ({ id, at, fromState: from, toState: to, source, detail }): ShopScene => ({
      ...{ key: `payment-${id}`, at, kind: 'payment', attempt, from, to, source, detail },
      rows: [
        { change: 'UPDATE', table: 'Payment' },
        { change: 'INSERT', table: 'PaymentEvent', id },
      ],
    }),
  );
  return attempt === 1 ? moves : [begin, ...moves];
}

/** An effect that failed and waits for a retry has no recorded time, so its scene gets the time at which it was queued. */
function listEffect({ id, kind: effect, createdAt, doneAt, failure }: Effect): ShopScene[] {
  const queued: ShopScene = {
    ...{ key: `queued-${id}`, at: createdAt, kind: 'queued', effect },
    rows: [{ change: 'INSERT', table: 'Outbox', id }],
  };
  if (!doneAt && !failure) return [queued];
  const end: ShopScene = {
    ...{ key: `effect-${id}`, at: doneAt ?? createdAt, kind: failure === null ? 'done' : 'failing', effect },
    rows: [{ change: 'UPDATE', table: 'Outbox', id }],
  };
  return [queued, end];
}
