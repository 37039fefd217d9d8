import { now } from '../clock';
import { db } from '../db/client';
import { merchant } from '../merchant';
import { add, type Currency, type Money, money, storedMoney, subtract, sum } from '../money';
import { listCredited } from '../orders/list-credited';
import { type PaymentState, paymentStates } from '../orders/order-states';
import { addDays, startOfSwedishDay, swedishDay } from '../swedish-day';
import type { Session } from './session';

const OVERVIEW_DAYS = 14;

/** `sales`: the total of the orders paid that day less `refunded`, which is the part of that day's refunds that was sold. */
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
    Promise.all(days.map(salesOf)),
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
    Promise.all(
      paymentStates.map(async (state) => ({
        state,
        count: await db().read.payment.count({ where: { state, heldAt: null, createdAt: { gte: since } } }),
      })),
    ),
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
    outcomes: outcomes.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count),
  };
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

async function salesOf(day: string): Promise<DaySales> {
  const start = startOfSwedishDay(day);
  const end = startOfSwedishDay(addDays(day, 1));
  if (!start || !end) throw new RangeError(`overview: ${day} is not a valid day`);
  const { currency } = merchant;
  const [{ _sum, _count }, credited] = await Promise.all([
    db().read.order.aggregate({
      where: { currency, paidAt: { gte: start, lt: end } },
      _sum: { total: true },
      _count: true,
    }),
    listCredited(start, end),
  ]);
  const shares = credited.filter((one) => one.currency === currency).flatMap((one) => one.shares);
  const refunded = sum(
    shares.map(({ net, vat }) => add(net, vat)),
    currency,
  );
  return { day, sales: subtract(money(_sum.total ?? 0, currency), refunded), refunded, orders: _count };
}
