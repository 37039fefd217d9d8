import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { now } from '../clock';
import { db } from '../db/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import { money } from '../money';
import { getCreditNote } from '../orders/get-credit-note';
import { getOrder } from '../orders/get-order';
import { addOrder } from '../testing/orders';
import { sellAs } from '../testing/sell-as';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { refundPayment } from './refund-payment';
import { settleRefund } from './settle-refund';
import { settleRefundByHand } from './settle-refund-by-hand';

let close: () => Promise<void>;
const by = { source: 'merchant', name: 'Åsa' } as const;
const done = { done: true, ersReference: null } as const;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());

let serial = 50_000;

/** 2 × 125.00 at 25 % and 1 × 112.00 at 12 %, paid by bank transfer. `isSold: false`: it had expired before it was paid. */
async function soldOrder({ isSold = true, transferred = 362_00 } = {}) {
  const [mug, jam] = [`mug-${newKey()}`, `jam-${newKey()}`] as const;
  await addProducts([
    { slug: mug, stock: 8 },
    { slug: jam, stock: 9 },
  ]);
  await db().write(async (tx) => {
    if (!isSold) return;
    await tx.product.update({ where: { slug: mug }, data: { sold: 2 } });
    await tx.product.update({ where: { slug: jam }, data: { sold: 1 } });
  });
  const line = (position: number, slug: string, quantity: number, unitPrice: number, vatRate: number) => ({
    ...{
      position,
      kind: 'PRODUCT' as const,
      slug,
      name: slug,
      quantity,
      unitPrice,
      vatRate,
      total: quantity * unitPrice,
    },
  });
  const { id } = await addOrder({
    number: ++serial,
    state: isSold ? 'PAID' : 'EXPIRED',
    paymentMethod: 'invoice',
    total: 362_00,
    transferred,
    paidAt: isSold ? now() : null,
    lines: { create: [line(0, mug, 2, 125_00, 25_00), line(1, jam, 1, 112_00, 12_00)] },
  });
  return { id, mug, jam };
}

type Lines = readonly { position: number; quantity: number; amount: number }[];

/** Requests a refund by bank transfer, which waits until a person has sent it. */
async function request(orderId: string, amount: number, { lines = [] as Lines, restock = false } = {}) {
  const result = await refundPayment({
    ...{ orderId, paymentId: null, key: newKey(), amount: money(amount, 'SEK'), reason: 'r', by, lines, restock },
  });
  if (!result.ok) throw new Error(result.reason);
  return result.id;
}

async function refund(...input: Parameters<typeof request>) {
  const id = await request(...input);
  expect(await settleRefundByHand(id, done, by)).toBe(true);
  return noteOf(id);
}

async function noteOf(refundId: string) {
  const include = { vat: { orderBy: { rate: 'desc' } } } as const;
  const note = await db().read.creditNote.findUnique({ where: { refundId }, include });
  return note && { number: note.number, vat: note.vat.map(({ rate, net, vat }) => [rate, net, vat]) };
}

const numbers = async () =>
  (await db().read.creditNote.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number);

describe('a credit note', () => {
  it('is issued once the refund is done, and not while it is in progress, refused or unknown', async () => {
    const { id } = await soldOrder();
    const [asked, refused, unknown] = [await request(id, 10_00), await request(id, 10_00), await request(id, 10_00)];
    const before = await numbers();
    await settleRefundByHand(refused, { done: false }, by);
    await db().write((tx) => settleRefund(tx, unknown, ['REQUESTED'], { state: 'UNKNOWN', failure: 'lost' }, by));
    expect(await numbers()).toEqual(before);
    await settleRefundByHand(unknown, done, by);
    await settleRefundByHand(asked, done, by);
    expect(await Promise.all([noteOf(asked), noteOf(refused)])).toEqual([expect.anything(), null]);
    expect((await numbers()).length).toBe(before.length + 2);
  });

  it('has numbers without gaps, whatever is repeated, concurrent or rolled back', async () => {
    const orders = await Promise.all(Array.from({ length: 6 }, () => soldOrder()));
    const refunds = await Promise.all(orders.map(({ id }) => request(id, 50_00)));
    const failing = refunds.map((id) =>
      db().write(async (tx) => {
        await settleRefund(tx, id, ['REQUESTED'], { state: 'DONE', ersReference: null }, by);
        throw new Error('rolled back');
      }),
    );
    expect((await Promise.allSettled(failing)).every(({ status }) => status === 'rejected')).toBe(true);
    const settled = await Promise.all([...refunds, ...refunds].map((id) => settleRefundByHand(id, done, by)));
    expect(settled.filter(Boolean)).toHaveLength(refunds.length);
    const all = await numbers();
    expect(all).toEqual(all.map((_, index) => 1001 + index));
    expect(new Set(await Promise.all(refunds.map(async (id) => (await noteOf(id))?.number))).size).toBe(refunds.length);
  });

  it('reverses the VAT of its lines; all credit notes together reverse exactly the VAT of the sale', async () => {
    const { id } = await soldOrder();
    const byLine = await refund(id, 125_00, { lines: [{ position: 0, quantity: 1, amount: 125_00 }] });
    expect(byLine?.vat).toEqual([[25_00, 100_00, 25_00]]);
    expect(await getCreditNote(id, `CN-${byLine?.number}`)).toMatchObject({
      ...{ orderNumber: `T-${serial}`, amount: money(125_00, 'SEK'), method: 'invoice', language: 'en' },
      lines: [{ name: expect.stringMatching(/^mug-/), quantity: 1, amount: money(125_00, 'SEK') }],
      vat: [{ rate: 25_00, net: money(100_00, 'SEK'), vat: money(25_00, 'SEK') }],
    });
    const rest = await refund(id, 237_00);
    expect(rest?.vat).toEqual([
      [25_00, 100_00, 25_00],
      [12_00, 100_00, 12_00],
    ]);
  });

  it('has no VAT for money that paid for nothing: an expired order, or more than the total', async () => {
    const late = await soldOrder({ isSold: false });
    expect((await refund(late.id, 362_00))?.vat).toEqual([]);
    const twice = await soldOrder({ transferred: 724_00 });
    expect((await refund(twice.id, 362_00))?.vat).toEqual([]);
    expect((await refund(twice.id, 112_00, { lines: [{ position: 1, quantity: 1, amount: 112_00 }] }))?.vat).toEqual([
      [12_00, 100_00, 12_00],
    ]);
  });

  it('stays as it was issued when more money arrives, and the receipt shows the same VAT', async () => {
    const { id } = await soldOrder();
    const first = await refund(id, 125_00);
    await db().write((tx) => tx.order.update({ where: { id }, data: { transferred: { increment: 362_00 } } }));
    const second = await refund(id, 362_00);
    const gross = [first, second].flatMap((note) => note?.vat.map(([, net = 0, vat = 0]) => net + vat) ?? []);
    expect(gross.reduce((total, amount) => total + amount, 0)).toBe(125_00);
    const order = await getOrder(id);
    expect(order?.refunds.map(({ creditNote }) => creditNote)).toEqual([`CN-${first?.number}`, `CN-${second?.number}`]);
    expect(order?.refunds[0]?.vat.map(({ net, vat }) => [net.amount, vat.amount])).toEqual(
      first?.vat.map(([, net, vat]) => [net, vat]),
    );
  });

  it('keeps the seller of the day it was issued, belongs only to its order, and cannot be changed', async () => {
    const [{ id }, other] = [await soldOrder(), await soldOrder()];
    const seller = merchant.legalName;
    const note = await refund(id, 362_00);
    const restore = sellAs({ legalName: 'Kauppa Oy' });
    const view = await getCreditNote(id, `CN-${note?.number}`);
    restore();
    expect(view).toMatchObject({ seller: { legalName: seller }, amount: { amount: 362_00 }, lines: [] });
    for (const number of ['CN-1', `CN-0${note?.number}`, `${note?.number}`, 'CN-999999999', "CN-1001'"])
      expect(await getCreditNote(id, number)).toBeNull();
    expect(await getCreditNote(other.id, `CN-${note?.number}`)).toBeNull();
    await expect(db().write((tx) => tx.creditNote.updateMany({ data: { seller: '' } }))).rejects.toThrow();
    await expect(db().write((tx) => tx.creditNoteVat.deleteMany())).rejects.toThrow();
  });
});

describe('refunded units', () => {
  it('return to stock only if requested, once the refund is done, and at most once', async () => {
    const { id, mug } = await soldOrder();
    const lines = [{ position: 0, quantity: 1, amount: 125_00 }];
    await refund(id, 125_00, { lines });
    expect(await stockOf(mug)).toEqual({ stock: 8, reserved: 0, sold: 2 });
    const asked = await request(id, 125_00, { lines, restock: true });
    expect(await stockOf(mug)).toEqual({ stock: 8, reserved: 0, sold: 2 });
    await Promise.all([settleRefundByHand(asked, done, by), settleRefundByHand(asked, done, by)]);
    expect(await stockOf(mug)).toEqual({ stock: 9, reserved: 0, sold: 1 });
    const event = await db().read.orderEvent.findFirst({
      where: { orderId: id, kind: 'refund-done' },
      orderBy: { id: 'desc' },
    });
    expect(JSON.parse(event?.data ?? '{}')).toMatchObject({ returned: 1, creditNote: expect.any(Number) });
    const changes = await db().read.auditEntry.findMany({ where: { subject: 'product', subjectId: mug } });
    expect(changes).toMatchObject([{ actor: 'Åsa', field: 'stock', before: '8', after: '9', note: `T-${serial}` }]);
  });

  it('do not return if the refund is refused', async () => {
    const { id, mug } = await soldOrder();
    const asked = await request(id, 362_00, { restock: true });
    await settleRefundByHand(asked, { done: false }, by);
    expect(await stockOf(mug)).toEqual({ stock: 8, reserved: 0, sold: 2 });
  });

  it('are all units that no other refund contains, if the whole order is refunded', async () => {
    const { id, mug, jam } = await soldOrder();
    await refund(id, 125_00, { lines: [{ position: 0, quantity: 1, amount: 125_00 }] });
    await refund(id, 237_00, { restock: true });
    expect([await stockOf(mug), await stockOf(jam)]).toMatchObject([
      { stock: 9, sold: 1 },
      { stock: 10, sold: 0 },
    ]);
  });

  it.each([
    ['after', [1, 0]],
    ['before', [0, 1]],
  ])('are the same if a refund of another amount is sent %s the one that returns them', async (_, sequence) => {
    const { id, mug, jam } = await soldOrder();
    const refunds = [await request(id, 125_00), await request(id, 237_00, { restock: true })];
    for (const index of sequence) await settleRefundByHand(refunds[index] ?? '', done, by);
    expect([await stockOf(mug), await stockOf(jam)]).toMatchObject([
      { stock: 10, sold: 0 },
      { stock: 10, sold: 0 },
    ]);
    const returned = await db().read.auditEntry.findMany({ where: { subject: 'product', subjectId: mug } });
    expect(returned).toMatchObject([{ actor: 'Åsa', field: 'stock', before: '8', after: '10' }]);
  });

  it('stay sold if a refund by line did not return them, however many refunds return the rest', async () => {
    const { id, mug, jam } = await soldOrder();
    await refund(id, 125_00, { lines: [{ position: 0, quantity: 1, amount: 125_00 }] });
    await refund(id, 100_00, { restock: true });
    await refund(id, 137_00, { restock: true });
    await db().write((tx) => tx.order.update({ where: { id }, data: { transferred: { increment: 50_00 } } }));
    await refund(id, 50_00, { restock: true });
    expect([await stockOf(mug), await stockOf(jam)]).toMatchObject([
      { stock: 9, sold: 1 },
      { stock: 10, sold: 0 },
    ]);
  });

  it('stay sold if only a duplicate payment or part of the amount is refunded', async () => {
    const { id, mug } = await soldOrder({ transferred: 724_00 });
    await refund(id, 362_00, { restock: true });
    await refund(id, 50_00, { restock: true });
    expect(await stockOf(mug)).toMatchObject({ stock: 8, sold: 2 });
  });

  it('do not return if the order was never paid in time or the product is deleted', async () => {
    const late = await soldOrder({ isSold: false });
    await refund(late.id, 362_00, { restock: true });
    expect(await stockOf(late.mug)).toEqual({ stock: 8, reserved: 0, sold: 0 });
    const { id, mug, jam } = await soldOrder();
    await db().write((tx) => tx.product.delete({ where: { slug: mug } }));
    await refund(id, 362_00, { restock: true });
    expect(await stockOf(jam)).toMatchObject({ stock: 10, sold: 0 });
  });
});
