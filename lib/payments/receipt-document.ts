import { escapeHtml } from '../escape-html';
import { type Money, toDecimal } from '../money';
import type { OrderView } from '../orders/get-order';
import { formatVatRate } from '../vat-rate';

/** The receipt that SEQR keeps with the payment: one small HTML document, with nothing personal in it. */
export function renderReceiptDocument(order: OrderView, ersReference: string): string {
  const sv = order.language === 'sv';
  const rows = order.lines
    .map(
      ({ quantity, name, total }) =>
        `<tr><td>${quantity}</td><td>${escapeHtml(name)}</td><td>${amount(total)}</td></tr>`,
    )
    .join('');
  const vat = order.vat
    .map(
      (share) =>
        `<tr><td></td><td>${sv ? 'varav moms' : 'of which VAT'} ${formatVatRate(share.rate, order.language)}</td><td>${amount(share.vat)}</td></tr>`,
    )
    .join('');
  const title = `${sv ? 'Kvitto' : 'Receipt'} ${order.number}`;
  return (
    `<!doctype html><html lang="${order.language}"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>` +
    `<p>${(order.paidAt ?? order.createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC</p>` +
    `<table>${rows}<tr><td></td><th>${sv ? 'Summa' : 'Total'}</th><th>${amount(order.total)}</th></tr>${vat}</table>` +
    `<p>SEQR ${escapeHtml(ersReference)}</p></html>`
  );
}

function amount(money: Money): string {
  return `${toDecimal(money)} ${money.currency}`;
}
