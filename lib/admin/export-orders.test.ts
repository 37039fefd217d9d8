import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import type { FullLanguage } from '../i18n/languages';
import { newKey } from '../ids';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { readXlsx } from '../testing/read-xlsx';
import { openShopDatabase } from '../testing/shop-database';
import { exportOrders, exportOrdersAsXlsx } from './export-orders';
import { parseOrderFilter } from './order-filter';

const paymentReference = '2015102910184861801032678';
const refundReference = '2015102910184861801032679';
const everything = parseOrderFilter({});
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
  const at = new Date('2026-07-01T22:30:05Z');
  const line = (position: number, vatRate: number, total: number) => ({
    ...{ position, vatRate, total, unitPrice: total },
    kind: 'PRODUCT' as const,
    name: `P${position}`,
    quantity: 1,
  });
  await addOrder({ number: 1, state: 'CANCELED', createdAt: at, lines: { create: [line(0, 25_00, 125_00)] } });
  const { id: orderId } = await addOrder({
    ...{ number: 2, state: 'PARTIALLY_REFUNDED', total: 247_50, postalCode: '00100', country: 'FI' },
    ...{ createdAt: new Date(at.getTime() + 1000), paidAt: at },
    lines: { create: [line(0, 25_00, 125_00), line(1, 13_50, 122_50)] },
  });
  const money = { orderId, currency: 'SEK', createdAt: at };
  await db().write(async (tx) => {
    await tx.payment.create({
      data: {
        ...{ ...money, id: 'p', attempt: 1, state: 'PAID', amount: 247_50, refunded: 25_00, expiresAt: at, paidAt: at },
        ersReference: paymentReference,
      },
    });
    await tx.refund.create({
      data: {
        ...{ ...money, id: 'r', paymentId: 'p', key: newKey(), state: 'DONE', amount: 25_00, reason: 'x' },
        ...{ settledAt: at, ersReference: refundReference },
        lines: { create: [{ position: 0, quantity: 1, amount: 25_00 }] },
      },
    });
  });
}, 60_000);
afterAll(() => close());

async function csv(language: FullLanguage) {
  let text = '';
  for await (const piece of exportOrders(signedIn(), everything, language)) text += piece;
  const [titles = '', ...rows] = text.replace('\uFEFF', '').trim().split('\n');
  const delimiter = language === 'sv' ? ';' : ',';
  const names = titles.split(delimiter);
  return rows.map((row) => Object.fromEntries(row.split(delimiter).map((cell, index) => [names[index], cell])));
}

it('lists refunds, VAT by rate, address and references of each order', async () => {
  const [paid, canceled] = await csv('en');
  expect(paid).toMatchObject({
    order: 'T-2',
    paid: '2026-07-01T22:30:05.000Z',
    total: '247.50',
    refunded: '25.00',
    currency: 'SEK',
    'net at 25%': '100.00',
    'VAT at 25%': '25.00',
    'refunded net at 25%': '20.00',
    'refunded VAT at 25%': '5.00',
    'net at 13.5%': '107.93',
    'VAT at 13.5%': '14.57',
    'refunded VAT at 13.5%': '',
    'VAT at 6%': '',
    'SEQR reference': `'${paymentReference}`,
    'SEQR references of refunds': `'${refundReference}`,
    address: 'Backvägen 3',
    'postal code': 'FI-00100',
    city: 'Falun',
    country: 'FI',
  });
  expect(canceled).toMatchObject({ order: 'T-1', total: '100.00', refunded: '0.00', 'VAT at 25%': '' });
});

it('is in Swedish in the Swedish back office', async () => {
  const [paid] = await csv('sv');
  const row = Object.fromEntries(
    Object.entries(paid ?? {}).map(([title, cell]) => [title.replace('\u00a0', ' '), cell]),
  );
  expect(row).toMatchObject({
    betald: '2026-07-02 00:30:05',
    summa: '247,50',
    återbetalt: '25,00',
    'moms 13,5 %': '14,57',
    'SEQR-referens': `'${paymentReference}`,
  });
});

it('has the same content as .xlsx, with references as text', async () => {
  const content = await exportOrdersAsXlsx(signedIn(), everything, 'en');
  const [titles = [], paid = []] = readXlsx(content ?? new Uint8Array());
  const row = Object.fromEntries(titles.map((title, index) => [title, paid[index]]));
  expect(row).toMatchObject({
    total: 247.5,
    refunded: 25,
    'VAT at 25%': 25,
    'VAT at 6%': null,
    'SEQR reference': paymentReference,
    'SEQR references of refunds': refundReference,
    'postal code': 'FI-00100',
  });
});
