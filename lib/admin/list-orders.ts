import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { isErsReference } from '../input-limits';
import { type Money, storedMoney } from '../money';
import { formatOrderNumber } from '../orders/get-order';
import type { OrderState, PaymentMethod } from '../orders/order-states';
import { filterConditions, type OrderFilter } from './order-filter';
import type { Session } from './session';
import type { VisitorSession } from './visitor-session';

export type OrderRow = {
  /** Used in back-office addresses, because the order's id is the buyer's secret. */
  readonly number: number;
  /** The number as people see it: `T-10001`. */
  readonly displayNumber: string;
  readonly createdAt: Date;
  readonly paidAt: Date | null;
  readonly sentAt: Date | null;
  readonly customer: string;
  readonly email: string;
  readonly state: OrderState;
  readonly paymentMethod: PaymentMethod;
  readonly total: Money;
};

export type OrderPage = {
  readonly orders: readonly OrderRow[];
  /** Cursors of the adjacent pages; null if there is no such page. */
  readonly older: string | null;
  readonly newer: string | null;
};

export type Place = { readonly before?: string | undefined; readonly after?: string | undefined };

const PAGE_SIZE = 25;
const withNumber = { order: { select: { number: true } } } as const;

/**
 * Lists one page of orders, newest first. Uses cursors instead of offsets, so the last page costs the same as the
 * first. The search uses an index that covers all searched columns.
 */
export async function listOrders(
  _session: Session,
  filter: OrderFilter,
  { before, after }: Place = {},
  size = PAGE_SIZE,
): Promise<OrderPage> {
  const forward = parseCursor(before);
  const backward = forward ? null : parseCursor(after);
  const ids = await findIds(filter, { forward, backward }, size + 1);
  const isMore = ids.length > size;
  const shown = ids.slice(0, size);
  if (backward) shown.reverse();
  const rows = await readRows(shown);
  const first = rows[0];
  const last = rows.at(-1);
  const hasNewer = backward ? isMore : forward !== null;
  const hasOlder = backward ? true : isMore;
  return {
    orders: rows,
    newer: hasNewer && first ? cursorOf(first) : null,
    older: hasOlder && last ? cursorOf(last) : null,
  };
}

const OWN_SHOWN = 50;

/** The visitor's own orders, newest first, at most 50. */
export async function listOwnOrders({ visitorId }: VisitorSession): Promise<OrderRow[]> {
  const own = await db().read.order.findMany({
    where: { visitorId },
    orderBy: { createdAt: 'desc' },
    take: OWN_SHOWN,
    select: { id: true },
  });
  return readRows(own.map(({ id }) => id));
}

type Cursor = { readonly createdAt: Date; readonly number: number };

function cursorOf({ createdAt, number }: Cursor): string {
  return `${createdAt.getTime()}-${number}`;
}

function parseCursor(text = ''): Cursor | null {
  const [, time, number] = /^(\d{1,15})-(\d{1,9})$/.exec(text) ?? [];
  if (time === undefined || number === undefined) return null;
  const createdAt = new Date(Number(time));
  return Number.isNaN(createdAt.getTime()) ? null : { createdAt, number: Number(number) };
}

async function findIds(
  filter: OrderFilter,
  { forward, backward }: { forward: Cursor | null; backward: Cursor | null },
  take: number,
): Promise<string[]> {
  const conditions = filterConditions(filter, await findByReference(filter.search));
  if (forward) conditions.push(Prisma.sql`("createdAt", "number") < (${forward.createdAt}, ${forward.number})`);
  if (backward) conditions.push(Prisma.sql`("createdAt", "number") > (${backward.createdAt}, ${backward.number})`);
  const where = conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  const order = backward ? Prisma.sql`"createdAt" ASC, "number" ASC` : Prisma.sql`"createdAt" DESC, "number" DESC`;
  const rows = await db().read.$queryRaw<{ id: string }[]>(
    Prisma.sql`SELECT "id" FROM "Order" ${where} ORDER BY ${order} LIMIT ${take}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * The numbers of orders with a payment or refund whose reference starts with these digits. Considers at most 50 of
 * each. Returns numbers instead of ids, because the search's index contains no ids.
 */
async function findByReference(search: string): Promise<number[]> {
  if (!isErsReference(search)) return [];
  // ':' is the character after '9', so this range uses an index.
  const begins = { gte: search, lt: `${search}:` };
  const [payments, refunds] = await Promise.all([
    db().read.payment.findMany({
      where: { OR: [{ invoiceReference: begins }, { ersReference: begins }] },
      select: withNumber,
      take: 50,
    }),
    db().read.refund.findMany({ where: { ersReference: begins }, select: withNumber, take: 50 }),
  ]);
  return [...new Set([...payments, ...refunds].map(({ order }) => order.number))];
}

async function readRows(ids: readonly string[]): Promise<OrderRow[]> {
  const rows = await db().read.order.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      number: true,
      createdAt: true,
      paidAt: true,
      deliveredAt: true,
      name: true,
      email: true,
      state: true,
      paymentMethod: true,
      total: true,
      currency: true,
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { number, createdAt, paidAt, deliveredAt, name, email } = row;
    return {
      number,
      displayNumber: formatOrderNumber(number),
      createdAt,
      paidAt,
      sentAt: deliveredAt,
      customer: name,
      email,
      state: row.state,
      paymentMethod: row.paymentMethod,
      total: storedMoney(row.total, row.currency),
    };
  });
}
