import { z } from 'zod';
import { now } from '../clock';
import { db } from '../db/client';
import { Prisma } from '../db/generated/client';
import { merchant } from '../merchant';
import { add, type Currency, type Money, money, storedMoney, subtract, sum } from '../money';
import { listCredited } from '../orders/list-credited';
import { type PaymentState, paymentStates } from '../orders/order-states';
import { addDays, startOfSwedishDay, swedishDay } from '../swedish-day';
import type { Session } from './session';

const OVERVIEW_DAYS = 14;

/**
 * `sales`: the total of the orders paid that day, minus `refunded`: that day's refunds without returned excess money.
 */
export type DaySales = {
  readonly day: string;
  readonly sales: Money;
  readonly refunded: Money;
  readonly orders: number;
};

/**
 * `sums` has one amount per currency, beginning with the merchant's currency. Orders keep the currency they were placed
 * in.
 */
type Open = { readonly count: number; readonly sums: readonly Money[] };

export type Overview = {
  /** The last 14 days, ending with today, in the merchant's currency. */
  readonly days: readonly DaySales[];
  /** Excludes held payments, which are listed as incidents. */
  readonly openPayments: Open;
  readonly openTransfers: Open;
  readonly toDeliver: number;
  /**
   * Payment attempts of these days by state, most frequent first. Excludes held payments and states without attempts.
   */
  readonly outcomes: readonly { readonly state: PaymentState; readonly count: number }[];
};

/** The shop's key figures. Each query uses an index and covers only a few days or open rows. */
export async function getOverview(_session: Session): Promise<Overview> {
  const today = swedishDay(now());
  const days = Array.from({ length: OVERVIEW_DAYS }, (_, index) => addDays(today, index - OVERVIEW_DAYS + 1));
  const since = startOfSwedishDay(days[0] ?? today) ?? now();
  const [sales, openPayments, openTransfers, toDeliver, outcomes] = await Promise.all([
    listSales(days),
    db().read.payment.groupBy({
      by: ['currency'],
      where: { openOrderId: { not: null }, heldAt: null },
      _count: true,
      _sum: { amount: true },
    }),
    db().read.order.groupBy({
      by: ['currency'],
      where: { state: 'PENDING', paymentMethod: 'invoice' },
      _count: true,
      _sum: { total: true, transferred: true },
    }),
    db().read.order.count({ where: { state: { in: ['PAID', 'PARTIALLY_REFUNDED'] }, deliveredAt: null } }),
    countOutcomes(since),
  ]);
  return {
    days: sales,
    openPayments: openOf(
      openPayments.map(({ currency, _count, _sum }) => ({ currency, count: _count, amount: _sum.amount ?? 0 })),
    ),
    openTransfers: openOf(
      openTransfers.map(({ currency, _count, _sum }) => ({
        ...{ currency, count: _count },
        amount: (_sum.total ?? 0) - (_sum.transferred ?? 0),
      })),
    ),
    toDeliver,
    outcomes,
  };
}

/** Counts all attempts in the index, then subtracts the held ones, of which there are few. */
async function countOutcomes(since: Date): Promise<Overview['outcomes']> {
  const where = { state: { in: [...paymentStates] }, createdAt: { gte: since } };
  const [all, held] = await Promise.all([
    db().read.payment.groupBy({ by: ['state'], where, _count: true }),
    db().read.payment.groupBy({ by: ['state'], where: { ...where, heldAt: { not: null } }, _count: true }),
  ]);
  const heldOf = new Map(held.map(({ state, _count }) => [state, _count]));
  const countOf = new Map(all.map(({ state, _count }) => [state, _count - (heldOf.get(state) ?? 0)]));
  return paymentStates
    .map((state) => ({ state, count: countOf.get(state) ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

function openOf(rows: readonly { currency: string; count: number; amount: number }[]): Open {
  const isOurs = (currency: Currency) => Number(currency === merchant.currency);
  const sums = rows.map(({ amount, currency }) => storedMoney(amount, currency));
  return {
    count: rows.reduce((total, { count }) => total + count, 0),
    sums:
      sums.length > 0
        ? sums.toSorted((a, b) => isOurs(b.currency) - isOurs(a.currency))
        : [money(0, merchant.currency)],
  };
}

const dayTotals = z.array(
  z.object({ dayIndex: z.coerce.number(), total: z.coerce.number(), orders: z.coerce.number() }),
);

/**
 * Reads the orders of all days in one scan. A subquery per day would let PostgreSQL start parallel processes, which take
 * longer than the scan.
 */
async function listSales(days: readonly string[]): Promise<DaySales[]> {
  const starts = days.map(startOfDay);
  const since = starts[0] ?? now();
  const until = startOfDay(addDays(days.at(-1) ?? '', 1));
  const { currency } = merchant;
  const dayOf = starts.map((start, index) => Prisma.sql`WHEN "paidAt" >= ${start} THEN ${Prisma.raw(String(index))}`);
  const [rows, credited] = await Promise.all([
    db().read.$queryRaw(Prisma.sql`
      SELECT CASE ${Prisma.join(dayOf.toReversed(), ' ')} END AS "dayIndex", sum("total") AS "total", count(*) AS "orders"
      FROM "Order" WHERE "currency" = ${currency} AND "paidAt" >= ${since} AND "paidAt" < ${until} GROUP BY 1`),
    listCredited(since, until),
  ]);
  const refunds = credited
    .filter((one) => one.currency === currency)
    .map(({ at, shares }) => ({ day: swedishDay(at), shares }));
  const totals = new Map(dayTotals.parse(rows).map((row) => [row.dayIndex, row]));
  return days.map((day, index) => {
    const { total, orders } = totals.get(index) ?? { total: 0, orders: 0 };
    const shares = refunds.filter((one) => one.day === day).flatMap((one) => one.shares);
    const refunded = sum(
      shares.map(({ net, vat }) => add(net, vat)),
      currency,
    );
    return { day, sales: subtract(money(total, currency), refunded), refunded, orders };
  });
}

function startOfDay(day: string): Date {
  const start = startOfSwedishDay(day);
  if (!start) throw new RangeError(`overview: ${day} is not a valid day`);
  return start;
}
