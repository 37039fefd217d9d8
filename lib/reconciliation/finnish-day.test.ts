import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newUuid } from '../ids';
import { money } from '../money';
import { getOrder } from '../orders/get-order';
import { syncPayment } from '../payments/sync-payment';
import { refundPayment } from '../refunds/refund-payment';
import { seqr } from '../seqr/from-config';
import { startRealSandbox } from '../testing/real-sandbox';
import { sellAs } from '../testing/sell-as';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { closeDay } from './close-day';
import { exportComparison } from './export-comparison';
import { getPeriod, listLines } from './view-period';

// A Finnish shop (EUR, VAT of 25.5 and 13.5 %) against a sandbox in a process of its own.

const addresses = { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' };
const customer = {
  name: 'Aino',
  email: 'a@b.fi',
  address: 'x',
  postalCode: '00100',
  city: 'y',
  country: 'FI' as const,
};
const buyer = { visitorId: null, clientAddress: null };
let restoreMerchant: () => void;
let closeDatabase: () => Promise<void>;
let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;

beforeAll(async () => {
  restoreMerchant = sellAs({
    currency: 'EUR',
    vatRates: [25_50, 13_50],
    deliveryPrices: { standard: 4_90, express: 9_90 },
  });
  closeDatabase = await openShopDatabase();
  sandbox = await startRealSandbox();
  await addProducts([
    { slug: 'lamp', price: 899_00, vatRate: 25_50, stock: 100 },
    { slug: 'coffee', price: 11_35, vatRate: 13_50, stock: 100 },
  ]);
}, 60_000);
afterAll(async () => {
  seqr().close();
  await sandbox.stop();
  await closeDatabase();
  restoreMerchant();
});
beforeEach(() => db().write((tx) => tx.period.updateMany({ data: { createdAt: new Date(0) } })));

async function sell(items: { slug: string; quantity: number }[]) {
  const choices = { delivery: 'standard', paymentMethod: 'seqr', language: 'en' } as const;
  const placed = await placeOrder({ ...choices, items, customer, checkoutKey: newUuid() }, buyer, addresses);
  if (!placed.ok) throw new Error(placed.reason);
  const { orderId, invoiceReference } = placed.order;
  await sandbox.pay(invoiceReference ?? '');
  const { id: paymentId } = await db().read.payment.findFirstOrThrow({ where: { orderId } });
  await syncPayment(paymentId, 'page');
  const order = await getOrder(orderId);
  if (order?.state !== 'PAID' || !order.payment?.ersReference)
    throw new Error(`${order?.number}: ${order?.state}, ${order?.payment?.ersReference}`);
  return { order, paymentId, ersReference: order.payment.ersReference };
}

async function close() {
  const closing = await closeDay('shop', 'test', 60_000);
  const period = await getPeriod(closing.periodId);
  if (!period) throw new Error('no period');
  return { period, open: await listLines(period.id, 'open', 100) };
}

it('charges, refunds and closes a day in EUR', { timeout: 60_000 }, async () => {
  const { order, paymentId } = await sell([
    { slug: 'lamp', quantity: 1 },
    { slug: 'coffee', quantity: 2 },
  ]);
  expect(order.total).toEqual(money(926_60, 'EUR'));
  expect(order.vat.map(({ rate, vat }) => [rate, vat])).toEqual([
    [25_50, money(183_64, 'EUR')],
    [13_50, money(2_71, 'EUR')],
  ]);
  const by = { source: 'merchant', name: 'Åsa' } as const;
  const lines = [{ position: 1, quantity: 1, amount: 11_35 }];
  const refund = { orderId: order.id, paymentId, key: newUuid(), amount: money(11_35, 'EUR'), reason: 'broken', by };
  expect(await refundPayment({ ...refund, lines })).toMatchObject({ ok: true, state: 'DONE' });
  expect((await getOrder(order.id))?.refunds).toMatchObject([
    {
      amount: money(11_35, 'EUR'),
      lines: [{ quantity: 1, amount: money(11_35, 'EUR') }],
      vat: [{ rate: 13_50, net: money(10_00, 'EUR'), vat: money(1_35, 'EUR') }],
    },
  ]);
  const { period, open } = await close();
  expect(open).toEqual([]);
  expect(period).toMatchObject({
    matchedCount: 2,
    openCount: 0,
    matched: money(915_25, 'EUR'),
    seqrAmount: money(915_25, 'EUR'),
    shopAmount: money(915_25, 'EUR'),
  });
});

it('finds a payment that is missing from SEQR’s report', { timeout: 60_000 }, async () => {
  const kept = await sell([{ slug: 'coffee', quantity: 1 }]);
  const lost = await sell([{ slug: 'lamp', quantity: 1 }]);
  sandbox.deleteBooking(lost.ersReference);
  const { period, open } = await close();
  expect(open).toMatchObject([
    {
      outcome: 'ONLY_WITH_US',
      explanation: 'missing-payment',
      ersReference: lost.ersReference,
      shopAmount: money(903_90, 'EUR'),
      orderNumber: lost.order.number,
    },
  ]);
  expect(period).toMatchObject({
    matched: kept.order.total,
    shopAmount: money(920_15, 'EUR'),
    open: money(903_90, 'EUR'),
  });
  expect((await exportComparison(period.id, 'en'))?.content).toContain('903.90,EUR,missing-payment');
});
