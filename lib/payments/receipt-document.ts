import { escapeHtml } from '../http/escape-html';
import { getShopTexts } from '../i18n/get-shop-texts';
import { type Money, toDecimal } from '../money';
import type { OrderView } from '../orders/get-order';
import { formatVatRate } from '../vat-rate';

/** The receipt document that SEQR stores with the payment: small HTML without personal data. */
export function renderReceiptDocument(order: OrderView, ersReference: string): string {
  const { document: t } = getShopTexts(order.language).receipt;
  const rows = order.lines
    .map(
      ({ quantity, name, total }) =>
        `<tr><td>${quantity}</td><td>${escapeHtml(name)}</td><td>${amount(total)}</td></tr>`,
    )
    .join('');
  const vat = order.vat
    .map(
      (share) =>
        `<tr><td></td><td>${t.vat(formatVatRate(share.rate, order.language))}</td><td>${amount(share.vat)}</td></tr>`,
    )
    .join('');
  const title = t.title(order.number);
  return (
    `<!doctype html><html lang="${order.language}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>` +
    `<p>${(order.paidAt ?? order.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC</p>` +
    `<table>${rows}<tr><td></td><th>${t.total}</th><th>${amount(order.total)}</th></tr>${vat}</table>` +
    `<p>SEQR ${escapeHtml(ersReference)}</p></html>`
  );
}

function amount(money: Money): string {
  return `${toDecimal(money)} ${money.currency}`;
}
