import { formatDate } from '../i18n/format-date';
import { getShopTexts } from '../i18n/get-shop-texts';
import type { Language } from '../i18n/languages';
import { add, formatMoney, type Money, money, subtract, sum } from '../money';
import type { CreditNoteView } from '../orders/get-credit-note';
import { formatVatRate } from '../vat-rate';
import { addressLines, addressTexts } from './delivery-address';
import { drawFacts, drawLetterhead } from './letterhead';
import { type Cell, type Column, LEFT, MUTED, openSheet, type Sheet, WIDTH } from './sheet';

const label: Column = { x: LEFT, width: 380 };
const amountColumn: Column = { x: LEFT + 383, width: 100, align: 'right' };
const wide: Column = { x: LEFT, width: WIDTH };
const vatColumns = [
  { x: LEFT + 143, width: 80 },
  { x: LEFT + 223, width: 85, align: 'right' },
  { x: LEFT + 308, width: 85, align: 'right' },
  { x: LEFT + 393, width: 90, align: 'right' },
] as const satisfies readonly Column[];

/** A credit note in A4 format. Null if a character has no font. */
export async function renderCreditNotePdf(note: CreditNoteView, language: Language): Promise<Buffer | null> {
  const messages = getShopTexts(language);
  const m = messages.papers.creditNote;
  const { name, legalName, street, city } = note.seller;
  const texts = [...addressTexts(note.buyer), ...note.lines.map((line) => line.name), name, legalName, street, city];
  const page = await openSheet(texts, { language, title: `${m.title} ${note.number}`, createdAt: note.issuedAt });
  if (!page) return null;
  drawLetterhead(page, { title: m.title, below: note.number, seller: note.seller }, language);
  drawFacts(page, [
    [m.issued, formatDate(note.issuedAt, language)],
    [messages.receipt.orderNumber, note.orderNumber],
    ...(note.paidAt ? [[messages.receipt.paidAt, formatDate(note.paidAt, language)] as const] : []),
    [m.method, messages.receipt.methods[note.method]],
    ...(note.ersReference ? [[messages.receipt.ersReference, note.ersReference] as const] : []),
    [m.buyer, addressLines(note.buyer).join(', ')],
  ]);
  drawLines(page, note, language);
  drawVat(page, note, language);
  page.row([[note.vat.length > 0 ? m.corrects(note.orderNumber) : m.notSold(note.orderNumber), wide]], {
    ...{ size: 9, color: MUTED },
  });
  return page.finish();
}

function drawLines(page: Sheet, { lines, amount, orderNumber }: CreditNoteView, language: Language) {
  const m = getShopTexts(language).papers.creditNote;
  const row = (text: string, shown: Money): Cell[] => [
    [text, label],
    [formatMoney(shown, language), amountColumn],
  ];
  page.rule();
  for (const line of lines) page.row(row(`${line.quantity} × ${line.name}`, line.amount), {}, 4);
  const named = sum(
    lines.map((line) => line.amount),
    amount.currency,
  );
  const rest = subtract(amount, named);
  if (rest.amount !== 0) page.row(row(m.refundOf(orderNumber), rest), {}, 4);
  page.rule(8);
  page.row(row(m.total, amount), { size: 13, bold: true }, 14);
}

function drawVat(page: Sheet, { vat, amount }: CreditNoteView, language: Language) {
  if (vat.length === 0) return;
  const { receipt, papers } = getShopTexts(language);
  const [first, second, third, fourth] = vatColumns;
  const { rate, net, vat: tax } = receipt.vatTable;
  const row = (cells: readonly [string, string, string, string]): Cell[] => [
    [cells[0], first],
    [cells[1], second],
    [cells[2], third],
    [cells[3], fourth],
  ];
  page.row(row([rate, net, tax, papers.creditNote.gross]), { size: 8.5, color: MUTED }, 2);
  const shown = (sumOf: Money) => formatMoney(sumOf, language);
  const shares = vat.map((share) => ({ ...share, gross: add(share.net, share.vat) }));
  for (const share of shares)
    page.row(
      row([formatVatRate(share.rate, language), shown(share.net), shown(share.vat), shown(share.gross)]),
      { size: 9 },
      1,
    );
  const untaxed = subtract(
    amount,
    sum(
      shares.map(({ gross }) => gross),
      amount.currency,
    ),
  );
  const none = money(0, amount.currency);
  if (untaxed.amount !== 0)
    page.row(row([papers.creditNote.untaxed, shown(untaxed), shown(none), shown(untaxed)]), { size: 9 }, 1);
  page.y += 14;
}
