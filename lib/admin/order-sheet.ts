import { getAdminTexts } from '../i18n/get-admin-texts';
import type { FullLanguage } from '../i18n/languages';
import { sum } from '../money';
import type { OrderView } from '../orders/get-order';
import type { VatShare } from '../orders/vat';
import { hasReceipt } from '../receipts/receipt-facts';
import type { Cell, Column } from '../spreadsheet/cell';
import { formatVatRate } from '../vat-rate';

/** A column and its value for an order. */
export type OrderColumn = Column & { cell(order: OrderView, sentAt: Date | null): Cell };

export function sheetName(language: FullLanguage): string {
  return getAdminTexts(language).exports.orders.sheet;
}

/**
 * The columns of the order export, which is made for accounting. Each VAT rate has its own columns for charged and
 * refunded VAT. Unpaid orders have no VAT.
 */
export function orderColumns(language: FullLanguage, rates: readonly number[]): OrderColumn[] {
  const t = getAdminTexts(language).exports.orders;
  const charged = (order: OrderView) => (hasReceipt(order) ? order.vat : []);
  const refunded = (order: OrderView) => (hasReceipt(order) ? order.refunds.flatMap(({ vat }) => vat) : []);
  const byRate = rates.flatMap((rate): OrderColumn[] => {
    const shown = formatVatRate(rate, language);
    return [
      { title: t.net(shown), cell: (order) => total(charged(order), rate, 'net') },
      { title: t.vat(shown), cell: (order) => total(charged(order), rate, 'vat') },
      { title: t.refundedNet(shown), cell: (order) => total(refunded(order), rate, 'net') },
      { title: t.refundedVat(shown), cell: (order) => total(refunded(order), rate, 'vat') },
    ];
  });
  return [
    { title: t.order, cell: ({ number }) => number },
    { title: t.created, width: 19, cell: ({ createdAt }) => createdAt },
    { title: t.paid, width: 19, cell: ({ paidAt }) => paidAt },
    { title: t.sent, width: 19, cell: (_, sentAt) => sentAt },
    { title: t.state, width: 14, cell: ({ state }) => state },
    { title: t.method, cell: ({ paymentMethod }) => paymentMethod },
    { title: t.total, cell: (order) => order.total },
    { title: t.refunded, cell: refundedTotal },
    { title: t.currency, cell: (order) => order.total.currency },
    ...byRate,
    { title: t.reference, width: 28, cell: ({ payment }) => payment?.ersReference ?? null },
    { title: t.refundReferences, width: 28, cell: refundReferences },
    { title: t.name, width: 24, cell: ({ customer }) => customer.name },
    { title: t.email, width: 28, cell: ({ customer }) => customer.email },
    { title: t.address, width: 24, cell: ({ customer }) => customer.address },
    // The country prefix prevents spreadsheets from treating the code as a number.
    { title: t.postalCode, cell: ({ customer }) => `${customer.country}-${customer.postalCode}` },
    { title: t.city, width: 16, cell: ({ customer }) => customer.city },
    { title: t.country, cell: ({ customer }) => customer.country },
  ];
}

function total(shares: readonly VatShare[], rate: number, part: 'net' | 'vat'): Cell {
  const [first, ...more] = shares.filter((share) => share.rate === rate).map((share) => share[part]);
  return first ? sum([first, ...more], first.currency) : null;
}

function refundedTotal({ refunds, total: { currency } }: OrderView): Cell {
  const amounts = refunds.map(({ amount }) => amount).filter((amount) => amount.currency === currency);
  return sum(amounts, currency);
}

function refundReferences({ refunds }: OrderView): Cell {
  return refunds.flatMap(({ ersReference }) => ersReference ?? []).join(' ') || null;
}
