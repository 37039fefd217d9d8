import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { now } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import { endIncident, openIncident } from '../orders/incidents';
import { enqueue } from '../outbox/enqueue';
import { configure } from '../testing/configure';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(async () => {
  configure({ PUBLIC_URL: 'https://shop.test' });
  await db().write(async (tx) => {
    await tx.mail.deleteMany();
    await tx.outbox.deleteMany();
    await tx.refund.deleteMany();
    await tx.incident.updateMany({ data: { endedAt: now(), openFor: null } });
  });
});

const facts = {
  kind: 'excess',
  status: null,
  amount: 50_00,
  currency: 'SEK',
  ersReference: null,
  detail: null,
} as const;
const open = (orderId: string, amount = 50_00) =>
  db().write((tx) => openIncident(tx, { orderId, paymentId: null }, { ...facts, amount }));

/** Stores a refund that SEQR did not answer, and queues the mail about it. */
async function unansweredRefund() {
  const { id: orderId } = await addOrder({ state: 'PAID' });
  const refund = {
    id: newKey(),
    orderId,
    key: newKey(),
    amount: 100_00,
    currency: 'SEK',
    reason: '',
    createdAt: now(),
  };
  await db().write(async (tx) => {
    await tx.refund.create({ data: { ...refund, state: 'UNKNOWN' } });
    await enqueue(tx, 'mail-attention', refund.id);
  });
}

async function sent(kind: string) {
  await Promise.all([workOutbox('mail'), workOutbox('mail')]);
  return db().read.mail.findMany({ where: { kind }, orderBy: { createdAt: 'asc' } });
}

async function newOrder(columns: Partial<Prisma.OrderUncheckedCreateInput>) {
  const { id, number } = await addOrder(columns);
  for (const _ of [1, 2]) await db().write((tx) => enqueue(tx, 'mail-new-order', id));
  const mails = (await sent('new-order')).filter(({ orderId }) => orderId === id);
  return { mails, number };
}

describe('the mail about a new order', () => {
  it('goes to the shop, in its language, once, and leads to the back office', async () => {
    const { mails, number } = await newOrder({ state: 'PAID', name: 'Bo <b>', language: 'en' });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject.replaceAll('\u00a0', ' ')).toBe(`Ny order T-${number}: 100 kr`);
    expect(mails[0]).toMatchObject({ recipient: merchant.email, orderId: expect.any(String) });
    expect(mails[0]?.text).toContain(`Order T-${number} är betald.`);
    expect(mails[0]?.text).toContain(`https://shop.test/admin/orders/${number}`);
    expect(mails[0]?.html).toContain('Bo &lt;b&gt;, Falun');
  });

  it('says whether to wait for the money or to accept the order first', async () => {
    const transfer = { paymentMethod: 'invoice', bankReference: '17' } as const;
    expect((await newOrder(transfer)).mails[0]?.text).toContain('Registrera överföringen när den har kommit in');
    const review = await newOrder({ ...transfer, bankReference: '25', awaitsReview: true });
    expect(review.mails[0]?.text).toContain('Godkänn beställningen eller avbryt den');
    expect((await newOrder({ state: 'CANCELED' })).mails).toEqual([]);
  });
});

describe('the mail about something that needs a decision', () => {
  it('is sent once per incident, however often its facts change', async () => {
    const { id, number } = await addOrder({ state: 'PAID' });
    expect(await open(id)).toBe(true);
    expect(await open(id, 60_00)).toBe(true);
    const [mail, ...others] = await sent('attention');
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ subject: `Order T-${number} behöver ett beslut`, recipient: merchant.email });
    expect(mail?.text.replaceAll('\u00a0', ' ')).toContain('Belopp: 60 kr');
    await open(id, 70_00);
    expect(await sent('attention')).toHaveLength(1);
  });

  it('is not sent if the incident is resolved before', async () => {
    const { id } = await addOrder({ state: 'PAID' });
    await open(id);
    await db().write((tx) => endIncident(tx, id, { outcome: 'resolved', by: { source: 'shop' } }));
    expect(await sent('attention')).toEqual([]);
  });

  it('is sent at most ten times an hour, then once for all remaining decisions', async () => {
    const orders = await Promise.all(Array.from({ length: 14 }, () => addOrder({ state: 'PAID' })));
    for (const { id } of orders) await open(id);
    expect(await sent('attention')).toHaveLength(10);
    const more = await db().read.outbox.findMany({ where: { kind: 'mail-attention-more' } });
    expect(more).toHaveLength(1);
    expect(more[0]?.nextAt?.getTime()).toBeGreaterThan(now().getTime());
    await db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt: new Date(0) } }));
    const mails = await sent('attention');
    expect(mails).toHaveLength(11);
    expect(mails.at(-1)?.subject).toBe('14 öppna beslut om betalningar');
  });

  it('reports a refund that SEQR did not answer', async () => {
    await unansweredRefund();
    const [mail] = await sent('attention');
    expect(mail?.text).toContain('SEQR svarade inte på en återbetalning');
  });

  it('is also sent once for all remaining decisions if only refunds need one', async () => {
    for (let count = 0; count < 12; count++) await unansweredRefund();
    expect(await sent('attention')).toHaveLength(10);
    await db().write((tx) => tx.outbox.updateMany({ where: { doneAt: null }, data: { nextAt: new Date(0) } }));
    const mails = await sent('attention');
    expect(mails).toHaveLength(11);
    expect(mails.at(-1)?.subject).toBe('12 öppna beslut om betalningar');
  });

  it('reports once a day that SEQR issues no invoices', async () => {
    const { id: orderId, number } = await addOrder();
    const payment = {
      id: newKey(),
      orderId,
      attempt: 1,
      amount: 1,
      currency: 'SEK',
      createdAt: now(),
      expiresAt: now(),
    };
    await db().write((tx) => tx.payment.create({ data: { ...payment, state: 'FAILED', failure: 'timeout' } }));
    for (const _ of [1, 2, 3]) await db().write((tx) => enqueue(tx, 'mail-no-invoice', '2026-11-30'));
    const [mail, ...others] = await sent('no-invoice');
    expect(others).toEqual([]);
    expect(mail?.text).toContain(`SEQR gav ingen faktura för order T-${number}`);
    expect(mail?.text).toContain('Orsak: timeout');
  });
});
