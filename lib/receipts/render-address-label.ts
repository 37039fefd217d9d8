import { getShopTexts } from '../i18n/get-shop-texts';
import { nameCountry } from '../i18n/name-country';
import { merchant } from '../merchant';
import type { OrderView } from '../orders/get-order';
import { addressLines, addressTexts, sellerTexts } from './delivery-address';
import { loadFonts } from './load-fonts';
import { LINE, MUTED } from './sheet';
import { type Box, createTypesetter, type Typesetter } from './typesetter';

export type LabelledOrder = Pick<OrderView, 'number' | 'language' | 'createdAt' | 'delivery' | 'customer'>;

/** `label`: 100 × 150 mm, which A6 label printers print too; `a4`: the same label on a sheet to cut or fold. */
export type LabelSize = 'label' | 'a4';

const MM = 72 / 25.4;
const LABEL = { width: 100 * MM, height: 150 * MM };
const MARGIN = 7 * MM;
const sheets: Record<LabelSize, { size: [number, number]; left: number; top: number }> = {
  label: { size: [LABEL.width, LABEL.height], left: 0, top: 0 },
  a4: { size: [595.28, 841.89], left: 12 * MM, top: 12 * MM },
};
const sizes = [20, 18, 16, 14, 12, 10, 8];

/**
 * The label for the outside of a parcel: sender, recipient, order number, and whether it is express. Null if a character
 * has no font.
 */
export async function renderAddressLabel(order: LabelledOrder, sheet: LabelSize): Promise<Buffer | null> {
  const m = getShopTexts(order.language);
  const texts = [...addressTexts(order.customer), ...sellerTexts()];
  const read = await loadFonts(texts);
  if (!read) return null;
  const { size, left, top } = sheets[sheet];
  const title = `${m.papers.label.title} ${order.number}`;
  const info = { Title: title, Author: merchant.legalName, CreationDate: order.createdAt };
  const set = createTypesetter(
    { read, context: texts.join(' ') },
    { size, lang: order.language, displayTitle: true, info, margin: 0 },
  );
  set.addPage();
  if (sheet === 'a4') set.frame(left, top, LABEL.width, LABEL.height, LINE);
  const x = left + MARGIN;
  const width = LABEL.width - 2 * MARGIN;
  const { legalName, street, postalCode, city, country } = merchant;
  const small: Box = { size: 8, width };
  const from = [
    `${m.papers.label.from}: ${legalName}`,
    `${street}, ${postalCode} ${city}, ${nameCountry(country, 'en')}`,
  ];
  let y = from.reduce((at, line) => drawText(set, line, x, at, small), top + MARGIN);
  set.rule(x, y + 6, width, MUTED);
  y = drawText(set, m.papers.label.to, x, y + 16, { ...small, color: MUTED });

  const foot = top + LABEL.height - MARGIN - 34;
  const lines = addressLines(order.customer);
  const boxAt = (at: number): Box => ({ size: at, bold: true, width });
  const fitting = sizeFor(lines, foot - y - 12, (line, at) => set.breakLines(line, boxAt(at)));
  lines.reduce((at, line) => drawText(set, line, x, at, boxAt(fitting)), y + 4);

  set.rule(x, foot, width, MUTED);
  const delivery = m.checkout.deliveries[order.delivery].name;
  drawText(set, order.number, x, foot + 8, { size: 14, bold: true, width: width / 2 });
  const shown = order.delivery === 'express' ? delivery.toUpperCase() : delivery;
  drawText(set, shown, x + width / 2, foot + 8, {
    size: 14,
    bold: order.delivery === 'express',
    width: width / 2,
    align: 'right',
  });
  return set.finish();
}

/** The largest size of at least 12 at which no line of the address breaks; otherwise the largest at which all of it fits. */
function sizeFor(lines: readonly string[], room: number, breakAt: (line: string, size: number) => string[]): number {
  const isWhole = (size: number) => lines.every((line) => breakAt(line, size).length === 1);
  const fits = (size: number) => {
    const broken = lines.flatMap((line) => breakAt(line, size));
    return broken.length * size * 1.38 <= room && !broken.includes('…');
  };
  const whole = sizes.find((size) => size >= 12 && isWhole(size));
  return whole ?? sizes.find(fits) ?? 8;
}

function drawText(set: Typesetter, text: string, x: number, y: number, box: Box): number {
  return set.draw(set.breakLines(text, box), x, y, box);
}
