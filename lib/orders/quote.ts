import { listSellable, type Sellable } from '../catalogue/list-sellable';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { add, type Money, money, multiply, sum } from '../money';
import { type Delivery, deliveries, deliveryPrice } from './delivery';
import { deliveryVatRate, type VatShare, vatByRate } from './vat';

export type OrderItem = { readonly slug: string; readonly quantity: number };
export type LineProblem = 'unknown' | 'sold-out' | 'too-many' | 'line-limit' | 'bad-quantity';

export type QuoteLine = {
  readonly slug: string;
  readonly name: string;
  readonly image: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  readonly vatRate: number;
  readonly total: Money;
  readonly problem?: LineProblem;
  /** How many could be bought, where fewer than asked for: what is in stock, or the most that one order may hold. */
  readonly available?: number;
};

export type Quote = {
  readonly lines: readonly QuoteLine[];
  readonly deliveryOptions: readonly { readonly id: Delivery; readonly price: Money }[];
  readonly delivery: Money;
  /** The lines that can be bought, without delivery. */
  readonly goods: Money;
  readonly deliveryVatRate: number | null;
  readonly total: Money;
  readonly vat: readonly VatShare[];
  /** The most pieces that one order may hold, where these are more. */
  readonly orderLimit?: number;
  /** Every line can be bought as it stands, there is one, and the order is not too large. */
  readonly ok: boolean;
};

/** What these items cost now, by the catalogue; a line that cannot be bought says why and counts for nothing. */
export async function quoteOrder(
  items: readonly OrderItem[],
  delivery: Delivery,
  language: Language,
  reader: Pick<Tx, 'product'> = db().read,
): Promise<Quote> {
  const sellable = await listSellable(
    reader,
    items.map((item) => item.slug),
    language,
  );
  return quoteLines(
    items.map((item) => quoteLine(item, sellable.get(item.slug))),
    delivery,
  );
}

function quoteLine(item: OrderItem, product: Sellable | undefined): QuoteLine {
  const { slug, quantity } = item;
  const none = money(0, merchant.currency);
  if (!product) {
    const unnamed = { slug, name: slug, image: '', quantity, unitPrice: none, vatRate: merchant.vatRates[0] };
    return { ...unnamed, total: none, problem: 'unknown' };
  }
  const { name, image, price, vatRate, stock } = product;
  const line = { slug, name, image, quantity, unitPrice: price, vatRate };
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
  return {
    lines,
    deliveryOptions: deliveries.map((id) => ({ id, price: deliveryPrice(id) })),
    delivery: price,
    goods,
    deliveryVatRate: rate,
    total: add(goods, price),
    vat: vatByRate([...bought, { vatRate: rate, total: price }], price.currency),
    ...(isTooLarge ? { orderLimit: limit } : {}),
    ok: bought.length > 0 && bought.length === lines.length && !isTooLarge,
  };
}
