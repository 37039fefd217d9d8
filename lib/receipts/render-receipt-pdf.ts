import { formatDate } from '../i18n/format-date';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { formatMoney, negate } from '../money';
import { type OrderView, totalAfterRefunds } from '../orders/get-order';
import { formatVatRate } from '../vat-rate';
import { drawFacts, drawLetterhead } from './letterhead';
import { receiptFacts, refundDetails, textsOfAnyScript } from './receipt-facts';
import { type Cell, type Column, LEFT, MUTED, openSheet, type Sheet } from './sheet';

const lineColumns = {
  item: { x: LEFT, width: 206 },
  quantity: { x: LEFT + 208, width: 42, align: 'right' },
  price: { x: LEFT + 254, width: 72, align: 'right' },
  vat: { x: LEFT + 332, width: 72, align: 'right' },
  sum: { x: LEFT + 408, width: 75, align: 'right' },
} as const satisfies Record<string, Column>;

const vatColumns = [
  { x: LEFT + 243, width: 80 },
  { x: LEFT + 323, width: 80, align: 'right' },
  { x: LEFT + 403, width: 80, align: 'right' },
] as const satisfies readonly Column[];

/**
 * An order's receipt in A4 format, normally on one page, with the same content as on its web page. Null if a character
 * has no font, because a receipt must not have gaps.
 */
export async function renderReceiptPdf(order: OrderView, language: Language): Promise<Buffer | null> {
  const m = getShopTexts(language).receipt;
  const page = await openSheet(textsOfAnyScript(order), {
    ...{ language, title: `${m.title} ${order.number}`, createdAt: order.paidAt ?? order.createdAt },
  });
  if (!page) return null;
  drawHead(page, order, language);
  drawLines(page, order, language);
  drawVat(page, order, language);
  drawRefunds(page, order, language);
  return page.finish();
}

function drawHead(page: Sheet, order: OrderView, language: Language) {
  const messages = getShopTexts(language);
  drawLetterhead(page, { title: messages.receipt.title, below: messages.order.states[order.state] }, language);
  drawFacts(page, receiptFacts(order, language, messages));
}

function drawLines(page: Sheet, order: OrderView, language: Language) {
  const m = getShopTexts(language).receipt;
  const { item, quantity, price, vat, sum } = lineColumns;
  const c = m.columns;
  const titles: Cell[] = [
    [c.item, item],
    [c.quantity, quantity],
    [c.price, price],
    [c.vat, vat],
    [c.sum, sum],
  ];
  page.row(titles, { size: 8.5, color: MUTED }, 3);
  page.rule();
  for (const line of order.lines) {
    page.row(
      [
        [line.name, item],
        [String(line.quantity), quantity],
        [formatMoney(line.unitPrice, language), price],
        [line.vatRate === null ? m.mixedVat : formatVatRate(line.vatRate, language), vat],
        [formatMoney(line.total, language), sum],
      ],
      {},
      4,
    );
  }
  page.rule(8);
  const total: Column = { ...sum, x: LEFT + 283, width: 200 };
  page.row(
    [
      [m.total, item],
      [formatMoney(order.total, language), total],
    ],
    { size: 13, bold: true },
    14,
  );
}

function drawVat(page: Sheet, order: OrderView, language: Language) {
  const { rate, net, vat } = getShopTexts(language).receipt.vatTable;
  const [first, second, third] = vatColumns;
  const titles: Cell[] = [
    [rate, first],
    [net, second],
    [vat, third],
  ];
  page.row(titles, { size: 8.5, color: MUTED }, 2);
  for (const share of order.vat) {
    page.row(
      [
        [formatVatRate(share.rate, language), first],
        [formatMoney(share.net, language), second],
        [formatMoney(share.vat, language), third],
      ],
      { size: 9 },
      1,
    );
  }
}

function drawRefunds(page: Sheet, order: OrderView, language: Language) {
  if (order.refunds.length === 0) return;
  const messages = getShopTexts(language);
  const m = messages.receipt;
  const label: Column = { x: LEFT, width: 380 };
  const inset: Column = { x: LEFT + 12, width: 368 };
  const { sum } = lineColumns;
  page.y += 16;
  page.row([[m.refunds.title, label]], { size: 11, bold: true }, 4);
  page.rule();
  if (order.received.amount !== order.total.amount) {
    page.row(
      [
        [m.refunds.received, label],
        [formatMoney(order.received, language), sum],
      ],
      {},
      3,
    );
  }
  for (const refund of order.refunds) {
    const { at, ersReference, creditNote, amount } = refund;
    const text = [formatDate(at, language), ...(ersReference ? [`${m.ersReference} ${ersReference}`] : [])].join(' · ');
    page.row(
      [
        [text, label],
        [formatMoney(negate(amount), language), sum],
      ],
      {},
      1,
    );
    if (creditNote)
      page.row([[`${messages.papers.creditNote.title} ${creditNote}`, inset]], { size: 8.5, color: MUTED }, 1);
    const { lines, vat } = refundDetails(refund, language, messages);
    for (const detail of [...lines, ...vat]) {
      page.row(
        [
          [detail.label, inset],
          [formatMoney(negate(detail.amount), language), sum],
        ],
        { size: 8.5, color: MUTED },
        1,
      );
    }
    page.y += 3;
  }
  page.rule(8);
  page.row(
    [
      [m.refunds.left, label],
      [formatMoney(totalAfterRefunds(order), language), sum],
    ],
    { bold: true },
  );
}
