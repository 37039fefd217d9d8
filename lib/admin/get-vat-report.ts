import { db } from '../db/client';
import { add, type Currency, type Money, money, storedCurrency, subtract } from '../money';
import { listCredited } from '../orders/list-credited';
import { type VatShare, vatByRate } from '../orders/vat';
import { addDays, startOfSwedishDay } from '../swedish-day';
import type { Session } from './session';

/** The days of a report, both included, such as `2026-11-01`. */
export type ReportPeriod = { readonly from: string; readonly to: string };

/** Net and VAT of sales and of refunds. `left`: sales minus refunds. */
export type VatRow = {
  readonly sold: Amounts;
  readonly refunded: Amounts;
  readonly left: Amounts;
};
type Amounts = { readonly net: Money; readonly vat: Money };

export type CurrencyReport = {
  readonly currency: Currency;
  readonly orders: number;
  readonly refunds: number;
  /** Highest rate first. */
  readonly rates: readonly (VatRow & { readonly rate: number })[];
  readonly total: VatRow;
};

const MAX_DAYS = 366;

/**
 * Parses the period of a report. The default is the month of `today`. Null if a day does not exist, if `to` is before
 * `from`, or if the period is longer than a year.
 */
export function parseReportPeriod(query: Readonly<Record<string, string>>, today: string): ReportPeriod | null {
  const from = query.from || `${today.slice(0, 7)}-01`;
  const to = query.to || (query.from ? lastOfMonth(from) : today);
  if (!startOfSwedishDay(from) || !startOfSwedishDay(to) || to < from) return null;
  return addDays(from, MAX_DAYS) <= to ? null : { from, to };
}

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const next = new Date(Date.UTC(year, month, 1));
  return Number.isNaN(next.getTime()) ? day : addDays(next.toISOString().slice(0, 10), -1);
}

/**
 * VAT by rate in a period: sales by the day on which the order was paid, refunds by the day on which they were done. One
 * report per currency. Reads day by day, so that memory stays small.
 */
export async function getVatReport(_session: Session, { from, to }: ReportPeriod): Promise<CurrencyReport[]> {
  const books = new Map<Currency, Book>();
  const bookOf = (currency: Currency) => {
    const book = books.get(currency) ?? new Book(currency);
    books.set(currency, book);
    return book;
  };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const [start, end] = [startOfSwedishDay(day), startOfSwedishDay(addDays(day, 1))];
    if (!start || !end) throw new RangeError(`VAT report: ${day} is not a valid day`);
    const orders = await db().read.order.findMany({
      where: { paidAt: { gte: start, lt: end } },
      select: { currency: true, lines: { select: { vatRate: true, total: true } } },
    });
    for (const order of orders) {
      const currency = storedCurrency(order.currency);
      const lines = order.lines.map(({ vatRate, total }) => ({ vatRate, total: money(total, currency) }));
      bookOf(currency).sell(vatByRate(lines, currency));
    }
    for (const { currency, shares } of await listCredited(start, end))
      if (shares.length > 0) bookOf(currency).refund(shares);
  }
  return [...books.values()].map((book) => book.close()).toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

type Sums = { sold: Amounts; refunded: Amounts };

class Book {
  private readonly sums = new Map<number, Sums>();
  private orders = 0;
  private refunds = 0;

  constructor(private readonly currency: Currency) {}

  sell(shares: readonly VatShare[]) {
    this.orders += 1;
    this.put('sold', shares);
  }

  refund(shares: readonly VatShare[]) {
    this.refunds += 1;
    this.put('refunded', shares);
  }

  close(): CurrencyReport {
    const rates = [...this.sums]
      .map(([rate, sums]) => ({ rate, ...withLeft(sums) }))
      .toSorted((a, b) => b.rate - a.rate);
    const total = rates.reduce<Sums>(
      (all, { sold, refunded }) => ({ sold: plus(all.sold, sold), refunded: plus(all.refunded, refunded) }),
      this.none(),
    );
    return { currency: this.currency, orders: this.orders, refunds: this.refunds, rates, total: withLeft(total) };
  }

  private put(side: 'sold' | 'refunded', shares: readonly VatShare[]) {
    for (const share of shares) {
      const sums = this.sums.get(share.rate) ?? this.none();
      this.sums.set(share.rate, { ...sums, [side]: plus(sums[side], share) });
    }
  }

  private none(): Sums {
    const none = money(0, this.currency);
    return { sold: { net: none, vat: none }, refunded: { net: none, vat: none } };
  }
}

function plus(a: Amounts, b: Amounts): Amounts {
  return { net: add(a.net, b.net), vat: add(a.vat, b.vat) };
}

function withLeft({ sold, refunded }: Sums): VatRow {
  return { sold, refunded, left: { net: subtract(sold.net, refunded.net), vat: subtract(sold.vat, refunded.vat) } };
}
