import { describeOptions } from '../../catalogue/options';
import { inEachLanguage, type Language, languages } from '../../i18n/languages';
import { merchant } from '../../merchant';
import { isCurrency, money } from '../../money';
import { cleanText, parseCount, parseSku, toOneLine } from '../catalogue/parse-product-form';
import type { ProductValues } from '../catalogue/product-values';
import { noFacts } from '../catalogue/write-product';
import { type ProductText, productTextFields } from '../get-product-details';
import { parseAmount } from '../parse-amount';
import { type ColumnName, textColumn } from './columns';
import type { ImportProblem, RowProblem } from './import-problem';
import type { CatalogueProduct } from './read-catalogue';
import type { ImportRow } from './read-rows';

/** `position`: null if the file has none. */
export type ParsedRow = {
  readonly values: ProductValues;
  readonly archived: boolean;
  readonly position: number | null;
};

/**
 * The parsed columns that an empty cell clears. Texts and `image` are cleared elsewhere; other empty cells keep the
 * value.
 */
const canBeEmpty: readonly ColumnName[] = ['price', 'sku'];

/**
 * The values that a row gives a product. A missing column keeps the value. For a new product, the default is an empty
 * value, the shop's currency or the shop's first VAT rate. The stock changes by the difference between `stock` and
 * `stock_exported`, so that sales since the export still count.
 */
export function parseRow({ line, cells }: ImportRow, before: CatalogueProduct | null): ParsedRow | ImportProblem[] {
  const problems: ImportProblem[] = [];
  const report = (column: ColumnName, code: RowProblem) => {
    problems.push({ line, column, code, value: textIn(cells, column) ?? '' });
  };
  /** Parses a cell. Returns `otherwise` if there is none. Reports a cell that cannot be parsed. */
  const parse = <T>(column: ColumnName, code: RowProblem, read: (text: string) => T | null, otherwise: T): T => {
    const text = textIn(cells, column)?.trim();
    if (text === undefined || (text === '' && !canBeEmpty.includes(column))) return otherwise;
    const value = read(text);
    if (value === null) report(column, code);
    return value ?? otherwise;
  };
  for (const [column, cell] of cells) {
    if (typeof cell !== 'string') report(column, cell.unreadable === 'date' ? 'date' : 'formula-error');
  }
  const facts = before ?? noFacts;
  const currency = parse('currency', 'currency', parseCurrency, before ? facts.price.currency : merchant.currency);
  const price = parse('price', 'price', (text) => parsePrice(text, currency), money(facts.price.amount, currency));
  const stock = parse<number | null>('stock', 'stock', parseCount, null);
  const base = before ? parse<number | null>('stock_exported', 'stock', parseCount, null) : 0;
  if (stock !== null && base === null) report('stock_exported', 'stock-base');
  const archived = parse('archived', 'yes-no', parseYesNo, before?.archived ?? false);
  // Families and options are changed only in the back office, which shows all variants together.
  const variants = new Map<ColumnName, string>([
    ['family', before?.family ?? ''],
    ...languages.map((language): [ColumnName, string] => [
      textColumn('options', language),
      describeOptions(facts.options[language]),
    ]),
  ]);
  for (const [column, value] of variants) {
    if ((textIn(cells, column)?.trim() ?? value) !== value) report(column, 'variants');
  }
  const values: ProductValues = {
    options: facts.options,
    price,
    sku: parse('sku', 'sku', (text) => ({ sku: parseSku(text) }), { sku: facts.sku }).sku,
    categorySlug: parse('category', 'category-unknown', (text) => text, facts.categorySlug),
    vatRate: parse('vat', 'vat', parseVat, before ? facts.vatRate : merchant.vatRates[0]),
    stock: facts.stock + (stock ?? 0) - (stock === null ? 0 : (base ?? 0)),
    published: parse('published', 'yes-no', parseYesNo, facts.published && !archived),
    image: textIn(cells, 'image')?.trim() ?? facts.image,
    texts: inEachLanguage((language) => textsOf(cells, language, facts.texts[language])),
  };
  const position = parse<number | null>('position', 'position', parsePosition, null);
  return problems.length > 0 ? problems : { values, archived, position };
}

/** Undefined: the file has no such column, or the cell cannot be read. */
function textIn(cells: ImportRow['cells'], column: ColumnName): string | undefined {
  const cell = cells.get(column);
  return typeof cell === 'string' ? cell : undefined;
}

function textsOf(cells: ImportRow['cells'], language: Language, before: ProductText): ProductText {
  const text = { ...before };
  if (!languages.includes(language)) return text;
  for (const field of productTextFields) {
    const cell = textIn(cells, textColumn(field, language))?.replace(/\r\n?/g, '\n');
    if (cell === undefined || cell === before[field]) continue;
    text[field] = field === 'description' ? cleanText(cell) : toOneLine(cleanText(cell));
  }
  return text;
}

function parseCurrency(text: string) {
  const code = text.toUpperCase();
  return isCurrency(code) ? code : null;
}

/** An empty cell is 0: no price yet. */
function parsePrice(text: string, currency: Parameters<typeof parseAmount>[1]) {
  return text === '' ? money(0, currency) : parseAmount(text, currency, { allowZero: true });
}

/** `25`, `25.5`, `25,5` or `25%` → hundredths of a percent. */
function parseVat(text: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(text) ?? [];
  return whole === undefined ? null : Number(whole + fraction.padEnd(2, '0'));
}

function parseYesNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (['yes', 'ja', 'true', '1'].includes(word)) return true;
  return ['no', 'nej', 'false', '0'].includes(word) ? false : null;
}

/** Positions count from 1 in the file, and from 0 in the database. */
function parsePosition(text: string): number | null {
  return /^\d{1,6}$/.test(text) && Number(text) > 0 ? Number(text) - 1 : null;
}
