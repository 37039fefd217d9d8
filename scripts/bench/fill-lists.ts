// Fills a migrated, empty shop with the products and orders of a large shop. Every run writes the same rows, except for
// the times, which end at the present.
import type { ShopDatabase } from '../chaos/database';
import { fullOrShort } from './length';

export const PRODUCTS = fullOrShort(10_000, 100);
export const ORDERS = fullOrShort(100_000, 200);
const CATEGORIES = 20;
const AUDIT_ENTRIES = fullOrShort(50_000, 100);
const PERIODS = fullOrShort(700, 10);
/** How many of the newest orders are not sent yet. */
const TO_DELIVER = 300;
/** Rows per statement, so that a statement with the longest rows stays below a megabyte. */
const BATCH = 500;
const YEAR_MS = 365 * 86_400_000;

const makers = ['Morgon', 'Skymning', 'Fjäll', 'Åre', 'Dala', 'Norrsken', 'Hav', 'Lingon', 'Vinter', 'Sommar', 'Björk'];
const materials = [
  'linen',
  'wool',
  'birch',
  'oak',
  'stoneware',
  'iron',
  'copper',
  'heather',
  'juniper',
  'spruce',
  'elm',
];
const things = [
  ...['towel', 'blanket', 'spoon', 'bowl', 'mug', 'pan', 'kettle', 'honey', 'trivet', 'syrup', 'board', 'apron'],
  ...['mittens', 'socks', 'lamp', 'chair', 'basket', 'knife', 'candle', 'tray', 'vase', 'plate', 'jug', 'cushion'],
];
const saker = ['handduk', 'filt', 'sked', 'skål', 'mugg', 'panna', 'kittel', 'honung', 'underlägg', 'sirap', 'bräda'];
const firstNames = [
  'Åsa',
  'Bo',
  'Cecilia',
  'David',
  'Eva',
  'Fredrik',
  'Gun',
  'Håkan',
  'Ingrid',
  'Johan',
  'Karin',
  'Lars',
];
const lastNames = ['Öström', 'Berg', 'Lindqvist', 'Ek', 'Sjöberg', 'Nyman', 'Dahl', 'Holm', 'Åkesson', 'Wik', 'Strand'];
const cities = ['Umeå', 'Falun', 'Kiruna', 'Malmö', 'Visby', 'Örebro', 'Luleå'];

type Value = string | number | boolean | null;
type Row = Readonly<Record<string, Value>>;

/** Writes the products, the orders with lines, payments and mails, and what the other lists show. */
export async function fillLists(database: ShopDatabase): Promise<void> {
  const now = Date.now();
  /** The time of a row: the rows of a table are spread over the last year. */
  const at = (index: number, count: number) =>
    new Date(now - ((count - index) / count) * YEAR_MS).toISOString().replace('Z', '+00:00');
  const ofOrder = (index: number) => at(index, ORDERS);
  await insert(database, 'Category', CATEGORIES, (index) => [{ slug: `shelf-${index}`, position: 100 + index }]);
  await insert(database, 'CategoryText', CATEGORIES, categoryTexts);
  await insert(database, 'Product', PRODUCTS, (index) => [product(index, at(index, PRODUCTS))]);
  await insert(database, 'ProductText', PRODUCTS, productTexts);
  await insert(database, 'Order', ORDERS, (index) => [order(index, ofOrder(index))]);
  await insert(database, 'OrderLine', ORDERS, orderLines);
  await insert(database, 'Payment', ORDERS, (index) => [payment(index, ofOrder(index))]);
  await insert(database, 'Mail', ORDERS, (index) => [mail(index, ofOrder(index))]);
  await insert(database, 'Outbox', ORDERS, (index) => [effect(index, ofOrder(index))]);
  await insert(database, 'AuditEntry', AUDIT_ENTRIES, (index) => [auditEntry(index, at(index, AUDIT_ENTRIES))]);
  await insert(database, 'Period', PERIODS, (index) => [period(index, at(index, PERIODS))]);
}

function pick<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new RangeError('bench: a list of words is empty');
  return item;
}

function categoryTexts(index: number): Row[] {
  const text = { name: `Shelf ${index}`, intro: 'Made by hand.' };
  return ['en', 'sv'].map((language) => ({ categorySlug: `shelf-${index}`, language, ...text }));
}

function product(index: number, updatedAt: string): Row {
  return {
    slug: `thing-${index}`,
    sku: skuOf(index),
    categorySlug: `shelf-${index % CATEGORIES}`,
    position: index,
    image: '/products/heather-honey.svg',
    price: 5_000 + ((index * 7_919) % 200_000),
    currency: 'SEK',
    vatRate: 2500,
    stock: index % 9 === 0 ? 0 : 10 + (index % 90),
    createdAt: updatedAt,
    updatedAt,
  };
}

const nameOf = (index: number, list: readonly string[]) =>
  `${pick(makers, index)} ${pick(materials, Math.floor(index / 11))} ${pick(list, index)} ${index}`;

function productTexts(index: number): Row[] {
  const text = (language: string, list: readonly string[]) => ({
    productSlug: `thing-${index}`,
    language,
    name: nameOf(index, list),
    summary: `A ${pick(list, index)}, number ${index} of a long row, from ${pick(cities, index)}.`,
    description: 'Made slowly.\n\nBy few people.',
    imageAlt: pick(list, index),
  });
  return [text('en', things), text('sv', saker)];
}

const emailOf = (index: number) => `buyer${index}@example.com`;
const skuOf = (good: number) => `SKU-${50_000 + good}`;
const goodOf = (index: number, line: number) => (index * 3 + line * 17) % PRODUCTS;

function order(index: number, at: string): Row {
  const state = index % 10 === 0 ? 'EXPIRED' : index % 23 === 0 ? 'REFUNDED' : 'PAID';
  const name = `${pick(firstNames, index)} ${pick(lastNames, Math.floor(index / 12))}`;
  const [city, postalCode] = [pick(cities, index), String(10_000 + (index % 89_999))];
  const goods = [0, 1].map((line) => {
    const good = goodOf(index, line);
    return `${nameOf(good, things)} thing-${good} ${skuOf(good)}`;
  });
  const searched = `t-${20_000 + index} ${name} ${emailOf(index)} ${postalCode} ${city} seqr ${goods.join(' ')}`;
  return {
    ...{ id: `order-${index}`, number: 20_000 + index, checkoutKey: `key-${index}`, requestHash: '', state },
    ...{ paymentMethod: 'seqr', language: 'en', currency: 'SEK', total: 25_000, delivery: 'standard' },
    ...{ name, email: emailOf(index), address: 'Tallvägen 1', postalCode, city, country: 'SE' },
    ...{ createdAt: at, expiresAt: at, paidAt: state === 'EXPIRED' ? null : at },
    deliveredAt: state === 'PAID' && index > ORDERS - TO_DELIVER ? null : at,
    ...{ searchText: searched.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase(), searchVersion: 1_000 },
  };
}

function orderLines(index: number): Row[] {
  const amounts = { quantity: 1, unitPrice: 12_500, vatRate: 2500, total: 12_500 };
  return [0, 1].map((position) => {
    const good = goodOf(index, position);
    const [slug, name] = [`thing-${good}`, nameOf(good, things)];
    return { orderId: `order-${index}`, position, kind: 'PRODUCT', slug, sku: skuOf(good), name, ...amounts };
  });
}

function payment(index: number, at: string): Row {
  const isPaid = index % 10 !== 0;
  return {
    ...{ id: `payment-${index}`, orderId: `order-${index}`, attempt: 1, amount: 25_000, currency: 'SEK' },
    ...{ state: isPaid ? 'PAID' : 'EXPIRED', invoiceReference: String(14_000_000_000 + index) },
    ersReference: isPaid ? `2026${String(index).padStart(21, '0')}` : null,
    ...{ createdAt: at, expiresAt: at, closedAt: at, paidAt: isPaid ? at : null },
  };
}

function mail(index: number, at: string): Row {
  return {
    ...{ id: `mail-${index}`, cause: `mail:${index}`, kind: 'receipt', orderId: `order-${index}` },
    ...{ recipient: emailOf(index), subject: `Your receipt T-${20_000 + index}` },
    ...{ text: 'Thank you for your order. '.repeat(20), html: '<p>Thank you for your order.</p>'.repeat(20) },
    ...{ createdAt: at, sentAt: at },
  };
}

function effect(index: number, at: string): Row {
  const done = { attempts: 1, createdAt: at, doneAt: at };
  return { key: `mail:${index}`, kind: 'mail', subjectId: `order-${index}`, ...done };
}

function auditEntry(index: number, at: string): Row {
  const change = { field: 'stock', before: '10', after: '11' };
  const subject = { subject: 'product', subjectId: `thing-${index % PRODUCTS}` };
  return { at, source: 'merchant', actor: pick(firstNames, index), ...subject, ...change };
}

function period(index: number, at: string): Row {
  return {
    ...{ id: `period-${index}`, scope: 'shop', state: 'RECONCILED', actor: 'Åsa', currency: 'SEK', attempts: 1 },
    ...{ createdAt: at, markedAt: at, reportedAt: at, reconciledAt: at },
    ...{ matchedCount: 100, matchedSum: 2_500_000, transactionPeriodId: String(index) },
  };
}

async function insert(
  database: ShopDatabase,
  table: string,
  count: number,
  rowsOf: (index: number) => Row[],
): Promise<void> {
  for (let first = 0; first < count; first += BATCH) {
    const size = Math.min(BATCH, count - first);
    const rows = Array.from({ length: size }, (_, index) => rowsOf(first + index)).flat();
    const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`);
    const values = rows.map((row) => `(${Object.values(row).map(literal).join(', ')})`);
    await database.rows(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES ${values.join(', ')}`);
  }
}

function literal(value: Value): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}
