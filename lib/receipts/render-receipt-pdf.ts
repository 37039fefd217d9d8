import { formatDate } from '../i18n/format-date';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';
import { formatMoney, negate } from '../money';
import { type OrderView, totalAfterRefunds } from '../orders/get-order';
import { formatVatRate } from '../vat-rate';
import { loadFonts } from './load-fonts';
import { receiptFacts, refundDetails, textsOfAnyScript } from './receipt-facts';
import { createTypesetter, type Style, type Typesetter } from './typesetter';

const LEFT = 56;
const WIDTH = 483;
const TOP = 56;
const BOTTOM = 770;
const MUTED = '#5b6a62';
const LINE = '#cfd6d1';

type Column = { readonly x: number; readonly width: number; readonly align?: 'left' | 'right' };
type Cell = readonly [text: string, column: Column];

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
  const texts = textsOfAnyScript(order);
  const read = await loadFonts(texts);
  if (!read) return null;
  const set = createTypesetter(
    { read, context: texts.join(' ') },
    {
      size: 'A4',
      lang: language,
      displayTitle: true,
      info: {
        Title: `${m.title} ${order.number}`,
        Author: merchant.legalName,
        CreationDate: order.paidAt ?? order.createdAt,
      },
      margin: 0,
    },
  );
  const page = new Sheet(set);
  drawHead(page, order, language);
  drawLines(page, order, language);
  drawVat(page, order, language);
  drawRefunds(page, order, language);
  return set.finish();
}

/** Tracks the filled height of the page and starts a new page if a row does not fit. */
class Sheet {
  y = TOP;

  constructor(readonly set: Typesetter) {
    set.addPage();
  }

  row(cells: readonly Cell[], style: Style = {}, gap = 0) {
    const broken = cells.map(([text, column]) => {
      const box = { ...style, ...column };
      return { box, x: column.x, lines: this.set.breakLines(text, box) };
    });
    const height = Math.max(...broken.map(({ lines }) => lines.length)) * this.set.lineHeight(style);
    if (this.y + height > BOTTOM) {
      this.set.addPage();
      this.y = TOP;
    }
    for (const { lines, x, box } of broken) this.set.draw(lines, x, this.y, box);
    this.y += height + gap;
  }

  rule(gapBelow = 6) {
    this.set.rule(LEFT, this.y, WIDTH, LINE);
    this.y += gapBelow;
  }
}

function drawHead(page: Sheet, order: OrderView, language: Language) {
  const messages = getShopTexts(language);
  const m = messages.receipt;
  const half: Column = { x: LEFT, width: 240 };
  const seller: Column = { x: LEFT + 243, width: 240, align: 'right' };
  const top = page.y;
  page.row([[merchant.legalName, seller]], { bold: true, size: 9 });
  for (const text of [
    `${merchant.street}, ${merchant.postalCode} ${merchant.city}`,
    `${m.organisationNumber} ${merchant.organisationNumber}`,
    `${m.vatNumber} ${merchant.vatNumber}`,
    merchant.email,
  ]) {
    page.row([[text, seller]], { size: 9, color: MUTED });
  }
  const bottom = page.y;
  page.y = top;
  page.row([[merchant.name, half]], { size: 11, bold: true, color: MUTED }, 4);
  page.row([[m.title, half]], { size: 24, bold: true });
  page.row([[messages.order.states[order.state], half]], { color: MUTED });
  page.y = Math.max(page.y, bottom) + 14;
  page.rule(12);
  const facts = receiptFacts(order, language, messages);
  const columns: readonly Column[] = [half, { ...half, x: LEFT + 243 }];
  for (let index = 0; index < facts.length; index += 2) {
    const pair = facts.slice(index, index + 2);
    const cells = (part: 0 | 1) => pair.map((fact, at): Cell => [fact[part], columns[at] ?? half]);
    page.row(cells(0), { size: 8.5, color: MUTED });
    page.row(cells(1), {}, 7);
  }
  page.y += 6;
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
    const { at, ersReference, amount } = refund;
    const text = [formatDate(at, language), ...(ersReference ? [`${m.ersReference} ${ersReference}`] : [])].join(' · ');
    page.row(
      [
        [text, label],
        [formatMoney(negate(amount), language), sum],
      ],
      {},
      1,
    );
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
