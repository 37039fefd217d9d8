import type { Currency } from '../../money';
import { money, toDecimal } from '../../money';
import type { XmlElement } from '../../xml/parse-xml';
import type { XmlField } from '../../xml/write-xml';
import { type Answer, refuse } from '../wire/answer';
import { child, children, text } from '../wire/fields';
import { readAmount } from './read-amount';

/** A row as the merchant sent it; amounts are in minor units of the invoice's currency. */
export interface InvoiceRow {
  description?: string;
  discount?: number;
  ean?: string;
  quantity?: string;
  sku?: string;
  taxRate?: string;
  total?: number;
  unit?: string;
  unitPrice?: number;
}

const MAX_ROWS = 1000;
const MAX_TEXT_LENGTH = 1_000;
const DECIMAL = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** Reads the rows of an `invoice`. They need not add up to the total: only the total counts. */
export function readRows(invoice: XmlElement, currency: Currency): InvoiceRow[] | Answer {
  const elements = rowElements(invoice);
  if (elements.length > MAX_ROWS) return refuse('INVALID_INVOICE_DATA', `more than ${MAX_ROWS} rows`);
  const rows: InvoiceRow[] = [];
  for (const [index, element] of elements.entries()) {
    const row = readRow(element, currency, `row ${index + 1}`);
    if ('result' in row) return row;
    rows.push(row);
  }
  return rows;
}

/** Parses the rows as `readInvoice` wrote them for the database. */
export function parseRows(json: string): InvoiceRow[] {
  return JSON.parse(json);
}

/** The itemSKUs of the rows in a message's `invoice`, even if the invoice is otherwise invalid. */
export function skusIn(invoice: XmlElement | undefined): string[] {
  if (!invoice) return [];
  const rows = rowElements(invoice).slice(0, MAX_ROWS);
  return skusOf(rows.map((row) => ({ sku: text(row, 'itemSKU') })));
}

export function skusOf(rows: readonly { sku?: string | undefined }[]): string[] {
  return rows.flatMap(({ sku }) => (sku === undefined ? [] : [sku]));
}

export function hasRows(invoice: XmlElement): boolean {
  return child(invoice, 'invoiceRows') !== undefined || child(invoice, 'invoiceRow') !== undefined;
}

/** Some clients do not nest rows: they repeat `invoiceRows` per row, or put `invoiceRow` directly into the invoice. */
function rowElements(invoice: XmlElement): XmlElement[] {
  const wrapped = children(invoice, 'invoiceRows').flatMap((list) => {
    const rows = children(list, 'invoiceRow');
    return rows.length === 0 && list.children.some(({ name }) => name.startsWith('item')) ? [list] : rows;
  });
  return [...wrapped, ...children(invoice, 'invoiceRow')];
}

function readRow(element: XmlElement, currency: Currency, name: string): InvoiceRow | Answer {
  const row: InvoiceRow = {};
  for (const [key, field] of texts) {
    const value = text(element, field);
    if (value === undefined) continue;
    if (value.length > MAX_TEXT_LENGTH) {
      return refuse('INVALID_INVOICE_DATA', `${field} of ${name} may have at most ${MAX_TEXT_LENGTH} characters`);
    }
    row[key] = value;
  }
  for (const [key, field] of decimals) {
    const value = text(element, field);
    if (value === undefined) continue;
    if (value.length > 64 || !DECIMAL.test(value)) {
      return refuse('INVALID_INVOICE_DATA', `${field} of ${name} is not a decimal`);
    }
    row[key] = value;
  }
  for (const [key, field] of amounts) {
    const amount = child(element, field);
    if (!amount || amount.children.length === 0) continue;
    const read = readAmount(amount, `${field} of ${name}`, currency);
    if ('result' in read) return read;
    row[key] = read.amount;
  }
  return row;
}

const texts = [
  ['description', 'itemDescription'],
  ['ean', 'itemEAN'],
  ['sku', 'itemSKU'],
  ['unit', 'itemUnit'],
] as const;
const decimals = [
  ['quantity', 'itemQuantity'],
  ['taxRate', 'itemTaxRate'],
] as const;
const amounts = [
  ['discount', 'itemDiscount'],
  ['total', 'itemTotalAmount'],
  ['unitPrice', 'itemUnitPrice'],
] as const;

export function writeRow(row: InvoiceRow, currency: Currency): XmlField {
  const amount = (value: number | undefined) => (value === undefined ? undefined : writeAmount(value, currency));
  return [
    'invoiceRow',
    [
      ['itemDescription', row.description],
      ['itemDiscount', amount(row.discount)],
      ['itemEAN', row.ean],
      ['itemQuantity', row.quantity],
      ['itemSKU', row.sku],
      ['itemTaxRate', row.taxRate],
      ['itemTotalAmount', amount(row.total)],
      ['itemUnit', row.unit],
      ['itemUnitPrice', amount(row.unitPrice)],
    ],
  ];
}

export function writeAmount(amount: number, currency: Currency): XmlField[] {
  return [
    ['currency', currency],
    ['value', toDecimal(money(amount, currency))],
  ];
}
