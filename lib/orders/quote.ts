import { listFormerNames } from '../catalogue/list-former-names';
import { listSellable, type Sellable } from '../catalogue/list-sellable';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import type { Language } from '../i18n/languages';
import { LARGEST_AMOUNT } from '../input-limits';
import { merchant } from '../merchant';
import { add, type Money, money, multiply, sum } from '../money';
import { type Delivery, deliveries, deliveryPrice } from './delivery';
import { deliveryVatRate, type VatShare, vatByRate } from './vat';

export type OrderItem = { readonly slug: string; readonly quantity: number };
type LineProblem = 'unknown' | 'sold-out' | 'too-many' | 'line-limit' | 'bad-quantity';

export type QuoteLine = {
  readonly slug: string;
  /** The merchant's article number. */
  readonly sku: string | null;
  /** Including the values of its options. Empty if the product is unknown and has no former name. */
  readonly name: string;
  readonly image: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly vatRate: number;
  readonly total: Money;
  readonly problem?: LineProblem;
  /** The quantity that can be bought, if lower than requested: the stock or the limit per line. */
  readonly available?: number;
};

export type Quote = {
  readonly lines: readonly QuoteLine[];
  readonly deliveryOptions: readonly { readonly id: Delivery; readonly price: Money }[];
  readonly delivery: Money;
  /** The total of the available lines, without delivery. */
  readonly goods: Money;
  readonly deliveryVatRate: number | null;
  readonly total: Money;
  readonly vat: readonly VatShare[];
  /** The highest number of units per order, if exceeded. */
  readonly orderLimit?: number;
  /** SEQR's largest total, if exceeded. */
  readonly totalLimit?: Money;
  /** True if there is at least one line, every line is available, and the order is not too large. */
  readonly ok: boolean;
};

/** The current price of these items. An unavailable line has a problem and adds nothing to the total. */
export async function quoteOrder(
  items: readonly OrderItem[],
  delivery: Delivery,
  language: Language,
  reader: Pick<Tx, 'product' | '$queryRaw'> = db().read,
): Promise<Quote> {
  const sellable = await listSellable(
    reader,
    items.map((item) => item.slug),
    language,
  );
  const gone = items.map((item) => item.slug).filter((slug) => !sellable.has(slug));
  const formerNames = await listFormerNames(reader, gone, language);
  return quoteLines(
    items.map((item) => quoteLine(item, sellable.get(item.slug), formerNames.get(item.slug))),
    delivery,
  );
}

function quoteLine(item: OrderItem, product: Sellable | undefined, formerName = ''): QuoteLine {
  const { slug, quantity } = item;
  const none = money(0, merchant.currency);
  if (!product) {
    const unnamed = {
      slug,
      sku: null,
      name: formerName,
      image: '',
      quantity,
      unitPrice: none,
      vatRate: merchant.vatRates[0],
    };
    return { ...unnamed, total: none, problem: 'unknown' };
  }
  const { sku, name, image, price, vatRate, stock } = product;
  const line = { slug, sku, name, image, quantity, unitPrice: price, vatRate };
  const problem = quantityProblem(quantity, stock);
  if (problem) {
    return { ...line, total: none, problem, available: Math.min(stock, config().orderLimits.lineQuantity) };
  }
  return { ...line, total: multiply(price, quantity) };
}

function quantityProblem(quantity: number, stock: number): LineProblem | null {
  if (!Number.isInteger(quantity) || quantity < 1) return 'bad-quantity';
  if (stock === 0) return 'sold-out';
  const limit = config().orderLimits.lineQuantity;
  if (quantity > limit && stock > limit) return 'line-limit';
  return quantity > stock || quantity > limit ? 'too-many' : null;
}

function quoteLines(lines: readonly QuoteLine[], delivery: Delivery): Quote {
  const price = deliveryPrice(delivery);
  const bought = lines.filter((line) => !line.problem);
  const rate = deliveryVatRate(bought);
  const limit = config().orderLimits.orderQuantity;
  const isTooLarge = bought.reduce((pieces, line) => pieces + line.quantity, 0) > limit;
  const goods = sum(
    bought.map(({ total }) => total),
    merchant.currency,
  );
  const total = add(goods, price);
  const isTooExpensive = total.amount > LARGEST_AMOUNT;
  return {
    lines,
    deliveryOptions: deliveries.map((id) => ({ id, price: deliveryPrice(id) })),
    delivery: price,
    goods,
    deliveryVatRate: rate,
    total,
    vat: vatByRate([...bought, { vatRate: rate, total: price }], price.currency),
    ...(isTooLarge ? { orderLimit: limit } : {}),
    ...(isTooExpensive ? { totalLimit: money(LARGEST_AMOUNT, price.currency) } : {}),
    ok: bought.length > 0 && bought.length === lines.length && !isTooLarge && !isTooExpensive,
  };
}
