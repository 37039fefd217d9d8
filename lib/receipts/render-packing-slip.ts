import { formatDate } from '../i18n/format-date';
import { getShopTexts } from '../i18n/get-shop-texts';
import { merchant } from '../merchant';
import type { OrderView } from '../orders/get-order';
import { addressLines, addressTexts, sellerTexts } from './delivery-address';
import { drawLetterhead } from './letterhead';
import { type Cell, type Column, LEFT, MUTED, openSheet, type Sheet, WIDTH } from './sheet';

/** Units of one order line that go into the parcel. */
type PackedLine = { readonly slug: string | null; readonly name: string; readonly quantity: number };

export type PackedOrder = Pick<OrderView, 'number' | 'language' | 'createdAt' | 'delivery' | 'customer'> & {
  readonly lines: readonly PackedLine[];
};

const wide: Column = { x: LEFT, width: WIDTH };
const half: Column = { x: LEFT + 243, width: 240 };
const BOX = 8;
const FOOT = 60;

type Layout = { readonly columns: 1 | 2; readonly size: number };

// The slip should fit on one page, so many lines are set smaller, then in two columns.
const layouts: readonly Layout[] = [
  ...[10, 9, 8].map((size) => ({ columns: 1 as const, size })),
  ...[9, 8, 7, 6].map((size) => ({ columns: 2 as const, size })),
];

/**
 * The slip that goes into the parcel, in the buyer's language, with a box to tick per line. It has no prices: a parcel may
 * be a gift, and the receipt has been mailed. Null if a character has no font.
 */
export async function renderPackingSlip(order: PackedOrder): Promise<Buffer | null> {
  const { language, number } = order;
  const messages = getShopTexts(language);
  const m = messages.papers.packingSlip;
  const texts = [...addressTexts(order.customer), ...order.lines.map(({ name }) => name), ...sellerTexts()];
  const title = `${m.title} ${number}`;
  const page = await openSheet(texts, { language, title, createdAt: order.createdAt });
  if (!page) return null;
  const pieces = order.lines.reduce((total, { quantity }) => total + quantity, 0);
  drawLetterhead(page, { title: m.title, below: number }, language);
  drawFacts(page, order);
  drawLines(page, order.lines, m.columns);
  page.row([[m.pieces(pieces), wide]], { bold: true }, 12);
  page.row([[m.returns(merchant.email, number), wide]], { size: 9, color: MUTED });
  return page.finish();
}

/** The address, and beside it the date and the kind of delivery. */
function drawFacts(page: Sheet, { customer, createdAt, delivery, language }: PackedOrder) {
  const { papers, checkout } = getShopTexts(language);
  const m = papers.packingSlip;
  const small = { size: 8.5, color: MUTED };
  const top = page.y;
  page.row([[m.to, wide]], small, 2);
  for (const [index, line] of addressLines(customer).entries())
    page.row([[line, { ...wide, width: 230 }]], { size: 12, bold: index === 0 });
  const bottom = page.y;
  page.y = top;
  page.row([[m.ordered, half]], small, 2);
  page.row([[formatDate(createdAt, language), half]], {}, 6);
  page.row([[checkout.delivery, half]], small, 2);
  page.row([[checkout.deliveries[delivery].name, half]], { bold: delivery === 'express' });
  page.y = Math.max(page.y, bottom) + 16;
}

type Titles = { readonly quantity: string; readonly item: string; readonly article: string };

function drawLines(page: Sheet, lines: readonly PackedLine[], titles: Titles) {
  const room = page.left - FOOT - 30;
  const layout = layouts.find((one) => fits(page, lines, one, room)) ?? { columns: 1, size: 8 };
  const top = page.y;
  const bottoms = splitLines(lines, layout).map((part, index) => {
    page.y = top;
    const columns = columnsOf(layout, index);
    page.row(cellsOf({ name: titles.item, slug: titles.article, count: titles.quantity }, columns), TITLE, 3);
    page.rule();
    for (const line of part) drawLine(page, line, columns, layout);
    return page.y;
  });
  page.y = Math.max(...bottoms);
  page.rule(8);
}

const TITLE = { size: 8, color: MUTED };

function drawLine(page: Sheet, line: PackedLine, columns: Columns, { size }: Layout) {
  const height = page.row(cellsOf({ ...line, count: String(line.quantity) }, columns), { size });
  page.set.frame(columns.box, page.y - height + (size * 1.38 - BOX) / 2, BOX, BOX, MUTED);
  page.y += gapOf(size);
}

/** Stops measuring at the first line that does not fit, because breaking text into lines takes most of a slip's time. */
function fits(page: Sheet, lines: readonly PackedLine[], layout: Layout, room: number): boolean {
  const { size } = layout;
  return splitLines(lines, layout).every((part, index) => {
    const columns = columnsOf(layout, index);
    let height = 0;
    return part.every((line) => {
      height += page.heightOf(cellsOf({ ...line, count: String(line.quantity) }, columns), { size }) + gapOf(size);
      return height <= room;
    });
  });
}

const gapOf = (size: number) => size * 0.45;

function splitLines(lines: readonly PackedLine[], { columns }: Layout): (readonly PackedLine[])[] {
  if (columns === 1) return [lines];
  const middle = Math.ceil(lines.length / 2);
  return [lines.slice(0, middle), lines.slice(middle)];
}

type Columns = { readonly box: number; readonly quantity: Column; readonly item: Column; readonly article: Column };

function columnsOf({ columns }: Layout, index: number): Columns {
  const left = LEFT + index * (WIDTH / 2 + 8);
  const width = columns === 1 ? WIDTH : WIDTH / 2 - 8;
  const article = width * (columns === 1 ? 0.28 : 0.3);
  return {
    box: left,
    quantity: { x: left + 12, width: 36, align: 'right' },
    item: { x: left + 56, width: width - article - 64 },
    article: { x: left + width - article, width: article },
  };
}

function cellsOf(
  { count, name, slug }: { count: string; name: string; slug: string | null },
  { quantity, item, article }: Columns,
): Cell[] {
  return [
    [count, quantity],
    [name, item],
    [slug ?? '', article],
  ];
}
