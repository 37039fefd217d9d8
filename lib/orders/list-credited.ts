import { db } from '../db/client';
import type { Currency } from '../money';
import { storedCurrency } from '../money';
import { creditedVat } from './credit-note';
import { formatOrderNumber, getOrders } from './get-order';
import type { VatShare } from './vat';

/**
 * The part of a sale that a refund reverses, by VAT rate. Empty if the refunded money was not part of a sale, such as
 * an excess.
 */
export type Credited = { readonly at: Date; readonly currency: Currency; readonly shares: readonly VatShare[] };

/**
 * The refunds that were done in [from, to). Refunds made before credit notes existed have the VAT that their receipt
 * shows.
 */
export async function listCredited(from: Date, to: Date): Promise<Credited[]> {
  const during = { gte: from, lt: to };
  const [notes, older] = await Promise.all([
    db().read.creditNote.findMany({ where: { issuedAt: during }, include: { vat: true } }),
    db().read.refund.findMany({
      where: { state: 'DONE', settledAt: during, creditNote: { is: null }, order: { paidAt: { not: null } } },
      select: { id: true, order: { select: { number: true } } },
    }),
  ]);
  const numbers = [...new Set(older.map(({ order }) => order.number))];
  const orders = numbers.length > 0 ? await getOrders(numbers) : [];
  const byNumber = new Map(orders.map((order) => [order.number, order]));
  return [
    ...notes.map((note) => ({
      ...{ at: note.issuedAt, currency: storedCurrency(note.currency), shares: creditedVat(note) },
    })),
    ...older.flatMap(({ id, order }) => {
      const refund = byNumber.get(formatOrderNumber(order.number))?.refunds.find((one) => one.id === id);
      return refund ? [{ at: refund.at, currency: refund.amount.currency, shares: refund.vat }] : [];
    }),
  ];
}
