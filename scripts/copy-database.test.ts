import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { now, secondsAfter } from '../lib/clock';
import { openShopDatabase, type ShopDatabase, type Tx } from '../lib/db/client';
import { Prisma } from '../lib/db/generated/client';
import { fileNames } from '../lib/media-path';
import { sqlitePath } from '../lib/sqlite/sqlite-path';
import { openBooksDatabase } from '../lib/testing/books-database';
import { bundle } from '../lib/testing/bundle';
import { createPostgresqlDatabase, type TestDatabase } from '../lib/testing/postgresql-database';
import { createSqliteDatabase } from '../lib/testing/sqlite-database';
import { catalogue } from '../prisma/shop/seed/catalogue';
import { seedCatalogue } from '../prisma/shop/seed/seed-catalogue';

let file: TestDatabase;
let target: TestDatabase;
let shop: ShopDatabase;
let copy: ShopDatabase;

beforeEach(async () => {
  [file, target] = await Promise.all([createSqliteDatabase(), createPostgresqlDatabase({ empty: true })]);
  shop = openShopDatabase(file.url);
  copy = openShopDatabase(target.url, 2);
  await shop.write(async (tx) => {
    await seedCatalogue(tx, catalogue);
    await addRows(tx);
  });
});
afterEach(async () => {
  await Promise.all([shop.close(), copy.close()]);
  await Promise.all([file.remove(), target.remove()]);
});

const script = await bundle('scripts/copy-database.ts');
const at = now();
const mediaId = `${'0'.repeat(32)}-90x60`;
const pictures = fileNames(mediaId).map((name, index) => ({ name, bytes: new Uint8Array([0, 255, index]) }));
const mediaFolder = () => join(dirname(sqlitePath(file.url)), 'media');

function addPictures(): void {
  mkdirSync(mediaFolder());
  for (const { name, bytes } of pictures) writeFileSync(join(mediaFolder(), name), bytes);
}

const buyer = { name: 'Åsa “å” Öberg 🧵', email: 'asa@example.com', address: "'; DROP TABLE", city: '', country: 'SE' };
const order = {
  ...buyer,
  requestHash: '',
  language: 'sv',
  currency: 'SEK',
  total: 100_00,
  delivery: 'express',
  postalCode: '',
  state: 'PAID',
  paymentMethod: 'seqr',
  createdAt: at,
  expiresAt: secondsAfter(at, 900),
  paidAt: null,
} as const;

/** Adds at least one row to each table that the seed leaves empty. */
async function addRows(tx: Tx) {
  await tx.order.createMany({
    data: Array.from({ length: 2_500 }, (_, n) => ({ ...order, id: `order-${n}`, checkoutKey: `key-${n}`, number: n })),
  });
  await tx.order.update({ where: { id: 'order-0' }, data: { paidAt: at, transferred: 50, awaitsReview: true } });
  const ofOrder = { orderId: 'order-0' };
  const line = {
    position: 0,
    kind: 'PRODUCT',
    name: 'A',
    quantity: 1,
    unitPrice: 1,
    vatRate: 25_00,
    total: 1,
  } as const;
  await tx.orderLine.create({ data: { ...ofOrder, ...line } });
  const money = { amount: 999_999_999, currency: 'SEK' };
  const payment = { id: 'payment', attempt: 1, state: 'PAID', ...ofOrder, ...money } as const;
  await tx.payment.create({ data: { ...payment, createdAt: at, expiresAt: at } });
  const event = { at, source: 'watcher', fromState: 'ISSUED', toState: 'PAID' } as const;
  await tx.paymentEvent.create({ data: { id: 41, paymentId: 'payment', ...event } });
  await tx.refund.create({
    data: { id: 'r', key: 'r', ...ofOrder, ...money, state: 'DONE', reason: '', createdAt: at, paymentId: 'payment' },
  });
  await tx.refundLine.create({ data: { refundId: 'r', position: 0, quantity: 1, amount: 1 } });
  await tx.creditNoteNumber.create({ data: { id: 1, next: 1002 } });
  await tx.creditNote.create({
    data: { number: 1001, refundId: 'r', ...ofOrder, issuedAt: at, currency: 'SEK', seller: '{}' },
  });
  await tx.creditNoteVat.create({ data: { number: 1001, rate: 25_00, net: 80, vat: 20 } });
  await tx.transfer.create({ data: { id: 't', key: 't', ...ofOrder, ...money, note: '', actor: '', at } });
  await tx.orderEvent.create({ data: { ...ofOrder, at, source: 'buyer', kind: 'any', data: '{"a":"\\u00e5"}' } });
  await tx.incident.create({ data: { id: 'i', ...ofOrder, openedAt: at, kind: 'excess', paymentId: 'payment' } });
  await tx.orderChange.create({
    data: {
      id: 'c',
      ...ofOrder,
      state: 'APPLIED',
      fromTotal: 1,
      toTotal: 1,
      quantities: '[]',
      source: 'shop',
      createdAt: at,
    },
  });
  const change = { subject: 'order', subjectId: '10000', field: 'state', before: '"PENDING"' } as const;
  await tx.auditEntry.create({ data: { id: 12, at, source: 'merchant', actor: 'Åsa', ...change } });
  await tx.account.create({
    data: { key: 'bo', name: 'Bo', passwordHash: '$argon2id$', createdAt: at, createdBy: 'Åsa' },
  });
  await tx.endedSession.create({ data: { id: 's', expiresAt: at } });
  await tx.sentForm.create({ data: { key: 'f', fingerprint: '', sentAt: at } });
  await tx.outbox.create({ data: { id: 7, key: 'o', kind: 'k', subjectId: 's', createdAt: at } });
  await tx.orderNumber.create({ data: { id: 1, next: 12_345 } });
  const mail = {
    recipient: '',
    subject: '',
    text: '\n',
    html: '',
    createdAt: at,
    kind: 'receipt',
    cause: 'm',
    id: 'm',
  };
  await tx.mail.create({ data: { ...mail, ...ofOrder } });
  await tx.productPicture.create({
    data: { productSlug: catalogue[0]?.products[0]?.slug ?? '', position: 2, image: '/products/a.svg' },
  });
  await tx.media.create({ data: { id: mediaId, uploadedAt: at } });
  await tx.importFile.create({ data: { id: 'f', actor: 'a', content: new Uint8Array([0, 255]), uploadedAt: at } });
  await tx.productVersion.create({
    data: {
      productSlug: catalogue[0]?.products[0]?.slug ?? '',
      version: 1,
      facts: '{}',
      replacedAt: at,
      replacedBy: '',
    },
  });
  await tx.period.create({
    data: { id: 'p', scope: 'shop', state: 'RECONCILED', actor: '', createdAt: at, currency: 'SEK', ourSum: 2n ** 40n },
  });
  await tx.periodSettlement.create({ data: { periodId: 'p', difference: 'd', note: 'n', actor: 'Åsa', at } });
  await tx.periodLine.create({ data: { periodId: 'p', position: 0, outcome: 'ONLY_WITH_US', currency: 'SEK' } });
}

function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, '--from', file.url, ...args], {
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

/** Returns every row of a model as text, sorted. */
async function rowsOf(database: ShopDatabase, model: string): Promise<string[]> {
  const delegate = Reflect.get(database.read, model[0]?.toLowerCase() + model.slice(1));
  const rows: unknown[] = await delegate.findMany();
  const text = (_key: string, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value);
  return rows.map((row) => JSON.stringify(row, text)).sort();
}

it('copies every row of every table, and the copy accepts new rows', async () => {
  // In SQLite, some times are numbers of milliseconds.
  const books = openBooksDatabase(file.url);
  books.rows('UPDATE "Order" SET "createdAt" = 1764482400123 WHERE id = ?', 'order-1');
  books.close();
  addPictures();
  const { stdout, stderr, status } = run('--to', target.url);
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toMatch(/^Order +2500$/m);
  expect(stdout).toMatch(/^Picture files +2$/m);
  expect(await copy.read.mediaFile.findMany({ orderBy: { name: 'asc' } })).toEqual(
    pictures.map((picture) => ({ ...picture, mediaId })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  );
  for (const model of Object.keys(Prisma.ModelName).filter(
    (name) => !['WriteProbe', 'Signal', 'RateLimit', 'Pruning', 'MediaFile'].includes(name),
  )) {
    const rows = await rowsOf(shop, model);
    expect(rows.length, model).toBeGreaterThan(0);
    expect(await rowsOf(copy, model), model).toEqual(rows);
  }
  const { id } = await copy.write((tx) =>
    tx.outbox.create({ data: { key: 'next', kind: 'k', subjectId: 's', createdAt: at } }),
  );
  expect(id).toBe(8);
}, 60_000);

it('leaves no rows behind if it fails, and refuses a database that is not empty', async () => {
  const books = openBooksDatabase(file.url);
  books.rows('UPDATE "Mail" SET "createdAt" = ?', 'yesterday');
  const failed = run('--to', target.url);
  expect(failed).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('The table Mail cannot be copied: createdAt'),
  });
  expect(await copy.read.order.count()).toBe(0);
  books.rows('UPDATE "Mail" SET "createdAt" = ?', at.toISOString());
  books.close();
  const missing = run('--to', target.url);
  expect(missing.stderr).toContain(`The picture ${pictures[0]?.name} cannot be read in ${mediaFolder()}.`);
  expect(await copy.read.order.count()).toBe(0);
  addPictures();
  expect(run('--to', target.url).status).toBe(0);
  const { stderr, status } = run('--to', target.url);
  expect(status).toBe(1);
  expect(stderr).toContain('is not empty: Category has rows. Create a new one and name it with --to.');
  expect(await copy.read.order.count()).toBe(2_500);
}, 60_000);

it('says what is missing or wrong, but never prints a password', () => {
  expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('Name the target: ') });
  const wrong = new URL(target.url);
  wrong.password = 's3cret';
  const { stderr, status } = run('--to', wrong.href);
  expect(status).toBe(1);
  expect(stderr).toContain('refused the user or the password');
  expect(stderr).not.toContain('s3cret');
});
