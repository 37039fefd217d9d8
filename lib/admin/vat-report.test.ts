import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { money } from '../money';
import { refundPayment } from '../refunds/refund-payment';
import { settleRefundByHand } from '../refunds/settle-refund-by-hand';
import { swedishDay } from '../swedish-day';
import { signedIn } from '../testing/admin-session';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { exportVatReport } from './export-vat-report';
import { getOverview } from './get-overview';
import { getVatReport, parseReportPeriod } from './get-vat-report';

let close: () => Promise<void>;
const session = signedIn('Åsa');
const by = { source: 'merchant', name: 'Åsa' } as const;

beforeAll(async () => {
  close = await openShopDatabase();
  // The last moment of October in Sweden and the first of November, in winter time.
  await order({ paidAt: new Date('2026-10-31T22:59:59.999Z') });
  await order({ paidAt: new Date('2026-10-31T23:00:00.000Z') });
  await order({ paidAt: null, state: 'EXPIRED' });
  await order({ paidAt: new Date('2026-11-02T09:00:00Z'), currency: 'EUR' });
});
afterAll(() => close());

/**
 * 1 × 125.00 at 25 %, 1 × 112.00 at 12 %, and 47.40 for delivery, whose VAT is split between both rates in proportion.
 */
function order(change: NonNullable<Parameters<typeof addOrder>[0]>) {
  const line = (position: number, total: number, vatRate: number | null) => ({
    ...{ position, kind: vatRate === null ? ('DELIVERY' as const) : ('PRODUCT' as const), name: 'A', vatRate },
    ...{ quantity: 1, unitPrice: total, total },
  });
  return addOrder({
    ...{ state: 'PAID' as const, total: 284_40, transferred: 284_40, paymentMethod: 'invoice' as const },
    lines: { create: [line(0, 125_00, 25_00), line(1, 112_00, 12_00), line(2, 47_40, null)] },
    ...change,
  });
}

async function refund(orderId: string, amount: number) {
  const asked = { orderId, paymentId: null, key: newKey(), amount: money(amount, 'SEK'), reason: 'r', by };
  const result = await refundPayment(asked);
  if (!result.ok) throw new Error(result.reason);
  await settleRefundByHand(result.id, { done: true, ersReference: null }, by);
  return result.id;
}

const report = async (from: string, to: string) => {
  const found = await getVatReport(session, { from, to });
  return found.map(({ currency, orders, refunds, rates, total }) => ({
    ...{ currency, orders, refunds },
    rates: rates.map(({ rate, sold, refunded, left }) => [
      rate,
      ...[sold, refunded, left].map(({ net, vat }) => [net.amount, vat.amount]),
    ]),
    left: [total.left.net.amount, total.left.vat.amount],
  }));
};

describe('the VAT report', () => {
  it('lists the period’s sales by VAT rate, with delivery split between the rates, in one report per currency', async () => {
    const sale = {
      rates: [
        [25_00, [120_00, 30_00], [0, 0], [120_00, 30_00]],
        [12_00, [120_00, 14_40], [0, 0], [120_00, 14_40]],
      ],
    };
    expect(await report('2026-10-31', '2026-10-31')).toEqual([
      { currency: 'SEK', orders: 1, refunds: 0, ...sale, left: [240_00, 44_40] },
    ]);
    expect(await report('2026-11-01', '2026-11-02')).toMatchObject([
      { currency: 'EUR', orders: 1, ...sale },
      { currency: 'SEK', orders: 1, ...sale },
    ]);
    expect(await report('2026-11-03', '2026-11-04')).toEqual([]);
  });

  it('subtracts refunds on the day on which they were done, and the overview’s sales are net of them', async () => {
    const today = swedishDay(now());
    const soldBefore = (await getOverview(session)).days.at(-1);
    const { id } = await order({ paidAt: now() });
    await refund(id, 142_20);
    const late = await order({ paidAt: null, state: 'EXPIRED' });
    await refund(late.id, 284_40);
    expect(await report(today, today)).toEqual([
      {
        ...{ currency: 'SEK', orders: 1, refunds: 1 },
        rates: [
          [25_00, [120_00, 30_00], [60_00, 15_00], [60_00, 15_00]],
          [12_00, [120_00, 14_40], [60_00, 7_20], [60_00, 7_20]],
        ],
        left: [120_00, 22_20],
      },
    ]);
    const soldToday = (await getOverview(session)).days.at(-1);
    expect(soldToday?.orders).toBe((soldBefore?.orders ?? 0) + 1);
    expect(soldToday?.refunded).toEqual(money(142_20, 'SEK'));
    expect(soldToday?.sales.amount).toBe((soldBefore?.sales.amount ?? 0) + 142_20);
  });

  it('counts a refund made before credit notes existed with the VAT of its receipt', async () => {
    const [paidAt, settledAt] = [new Date('2026-09-01T09:00:00Z'), new Date('2026-09-02T09:00:00Z')];
    const { id } = await order({ paidAt, paidBack: 284_40 });
    const refunded = { amount: 284_40, currency: 'SEK', state: 'DONE', reason: '', createdAt: settledAt } as const;
    await db().write((tx) =>
      tx.refund.create({ data: { id: newKey(), key: newKey(), orderId: id, settledAt, ...refunded } }),
    );
    expect(await report('2026-09-01', '2026-09-02')).toMatchObject([{ orders: 1, refunds: 1, left: [0, 0] }]);
  });

  it('exports a line per rate and the total, in the number format of the language', async () => {
    const csv = await exportVatReport(session, { from: '2026-10-31', to: '2026-10-31' }, 'sv');
    expect(csv.trim().split('\n').slice(1)).toEqual([
      expect.stringMatching(/^2026-10-31 – 2026-10-31;SEK;25\s%;120,00;30,00;0,00;0,00;120,00;30,00$/),
      expect.stringMatching(/^2026-10-31 – 2026-10-31;SEK;12\s%;120,00;14,40;0,00;0,00;120,00;14,40$/),
      '2026-10-31 – 2026-10-31;SEK;summa;240,00;44,40;0,00;0,00;240,00;44,40',
    ]);
  });
});

it.each([
  [{}, { from: '2026-11-01', to: '2026-11-30' }],
  [{ from: '2026-02-01' }, { from: '2026-02-01', to: '2026-02-28' }],
  [{ from: '2025-12-01' }, { from: '2025-12-01', to: '2025-12-31' }],
  [
    { from: '2026-01-01', to: '2026-12-31' },
    { from: '2026-01-01', to: '2026-12-31' },
  ],
  [{ from: '2026-01-01', to: '2027-01-02' }, null],
  [{ from: '2026-02-30', to: '2026-03-01' }, null],
  [{ from: '2026-03-02', to: '2026-03-01' }, null],
  [{ from: "2026-03-01' OR 1=1", to: '2026-03-01' }, null],
])('parses the period %j', (query: Record<string, string>, period) => {
  expect(parseReportPeriod(query, '2026-11-30')).toEqual(period);
});
