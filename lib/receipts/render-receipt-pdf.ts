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
  const sheet = await openSheet(textsOfAnyScript(order), {
    language,
    title: `${m.title} ${order.number}`,
    createdAt: order.paidAt ?? order.createdAt,
  });
  if (!sheet) return null;
  drawHead(sheet, order, language);
  drawLines(sheet, order, language);
  drawVat(sheet, order, language);
  drawRefunds(sheet, order, language);
  return sheet.finish();
}

function drawHead(sheet: Sheet, order: OrderView, language: Language) {
  const messages = getShopTexts(language);
  drawLetterhead(sheet, { title: messages.receipt.title, below: messages.order.states[order.state] }, language);
  drawFacts(sheet, receiptFacts(order, language, messages));
}

function drawLines(sheet: Sheet, order: OrderView, language: Language) {
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
  sheet.row(titles, { size: 8.5, color: MUTED }, 3);
  sheet.rule();
  for (const line of order.lines) {
    sheet.row(
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
  sheet.rule(8);
  const total: Column = { ...sum, x: LEFT + 283, width: 200 };
  sheet.row(
    [
      [m.total, item],
      [formatMoney(order.total, language), total],
    ],
    { size: 13, bold: true },
    14,
  );
}

function drawVat(sheet: Sheet, order: OrderView, language: Language) {
  const { rate, net, vat } = getShopTexts(language).receipt.vatTable;
  const [first, second, third] = vatColumns;
  const titles: Cell[] = [
    [rate, first],
    [net, second],
    [vat, third],
  ];
  sheet.row(titles, { size: 8.5, color: MUTED }, 2);
  for (const share of order.vat) {
    sheet.row(
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

function drawRefunds(sheet: Sheet, order: OrderView, language: Language) {
  if (order.refunds.length === 0) return;
  const messages = getShopTexts(language);
  const m = messages.receipt;
  const label: Column = { x: LEFT, width: 380 };
  const inset: Column = { x: LEFT + 12, width: 368 };
  const { sum } = lineColumns;
  sheet.y += 16;
  sheet.row([[m.refunds.title, label]], { size: 11, bold: true }, 4);
  sheet.rule();
  if (order.received.amount !== order.total.amount) {
    sheet.row(
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
    sheet.row(
      [
        [text, label],
        [formatMoney(negate(amount), language), sum],
      ],
      {},
      1,
    );
    if (creditNote)
      sheet.row([[`${messages.papers.creditNote.title} ${creditNote}`, inset]], { size: 8.5, color: MUTED }, 1);
    const { lines, vat } = refundDetails(refund, language, messages);
    for (const detail of [...lines, ...vat]) {
      sheet.row(
        [
          [detail.label, inset],
          [formatMoney(negate(detail.amount), language), sum],
        ],
        { size: 8.5, color: MUTED },
        1,
      );
    }
    sheet.y += 3;
  }
  sheet.rule(8);
  sheet.row(
    [
      [m.refunds.netTotal, label],
      [formatMoney(totalAfterRefunds(order), language), sum],
    ],
    { bold: true },
  );
}
