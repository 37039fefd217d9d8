import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { now } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import { closeOrder, settlePaidOrder } from '../orders/settle-order';
import { configure } from '../testing/configure';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';

let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(() => configure({ PUBLIC_URL: 'https://shop.test' }));

type Columns = Partial<Prisma.OrderUncheckedCreateInput>;

async function closed(state: 'CANCELED' | 'EXPIRED', { by = 'shop', ...columns }: Columns & { by?: string } = {}) {
  const { id, number } = await addOrder({ email: `${newKey()}@b.se`, ...columns });
  const end = () => db().write((tx) => closeOrder(tx, id, state, by === 'buyer'), id);
  expect(await end()).toBe(true);
  expect(await end()).toBe(false);
  return { id, name: `T-${number}` };
}

/** Sends the mails that are due and returns those to the order's buyer. */
async function mailsOf(orderId: string) {
  await Promise.all([workOutbox('mail'), workOutbox('mail')]);
  return db().read.mail.findMany({
    where: { orderId, recipient: { not: merchant.email } },
    orderBy: { createdAt: 'asc' },
  });
}

describe('the mail about a cancelled order', () => {
  it('is sent once, in the buyer’s language, and says that nothing was charged', async () => {
    const { id, name } = await closed('CANCELED', { language: 'sv' });
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'cancelled', subject: `Order ${name} är avbruten` });
    expect(mail?.text).toContain('Inga pengar har dragits');
    expect(mail?.text).toContain(`https://shop.test/sv/orders/${id}/receipt`);
  });

  it('is not sent to a buyer who cancelled on the page, unless a mail explains how to pay', async () => {
    expect(await mailsOf((await closed('CANCELED', { by: 'buyer' })).id)).toEqual([]);
    const transfer = await closed('CANCELED', { by: 'buyer', paymentMethod: 'invoice' });
    expect(await mailsOf(transfer.id)).toMatchObject([{ kind: 'cancelled' }]);
  });

  it('does not claim that nothing was paid if it was', async () => {
    const part = await closed('CANCELED', { paymentMethod: 'invoice', bankReference: '4711', transferred: 40_00 });
    const [mail] = await mailsOf(part.id);
    expect(mail?.text.replaceAll('\u00a0', ' ')).toContain('We have received 40 kr for this order');
    expect(mail?.text).not.toContain('Nothing has been charged');
  });

  it('does not promise a refund that has already been made', async () => {
    const paid = { paymentMethod: 'invoice', bankReference: '4712', transferred: 40_00 } as const;
    for (const [amount, words] of [
      [15_00, 'refund the remaining 25 kr too'],
      [40_00, 'we have refunded all that you paid'],
    ] as const) {
      const { id } = await addOrder({ ...paid, bankReference: newKey(), paidBack: amount });
      const facts = { id: newKey(), key: newKey(), orderId: id, state: 'DONE', amount, currency: 'SEK' } as const;
      const refund = { ...facts, reason: 'x', source: 'merchant', createdAt: now(), settledAt: now() } as const;
      await db().write(async (tx) => {
        await tx.refund.create({ data: refund });
        await closeOrder(tx, id, 'CANCELED');
      }, id);
      const [mail] = await mailsOf(id);
      expect(mail?.text.replaceAll('\u00a0', ' ')).toContain(words);
    }
  });

  it('is not sent if the payment is refunded, because the refund’s mail says so', async () => {
    const { id } = await closed('CANCELED');
    const incident = { id: newKey(), orderId: id, kind: 'other-amount', openedAt: now(), endedAt: now() };
    await db().write((tx) => tx.incident.create({ data: { ...incident, outcome: 'refunded' } }));
    expect(await mailsOf(id)).toEqual([]);
  });
});

describe('the mail about an expired order', () => {
  it('leads to a page where the buyer can order again', async () => {
    const { id, name } = await closed('EXPIRED');
    const [mail, ...others] = await mailsOf(id);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ kind: 'expired', subject: `Order ${name} was not paid in time` });
    expect(mail?.text).toContain(`Order again:\nhttps://shop.test/orders/${id}/receipt`);
  });

  it('is not sent to a buyer who has ordered again', async () => {
    const visitorId = newKey();
    const before = new Date(now().getTime() - 60_000);
    const { id } = await closed('EXPIRED', { visitorId, createdAt: before });
    await addOrder({ visitorId, state: 'PAID' });
    expect(await mailsOf(id)).toEqual([]);
    const other = await closed('EXPIRED', { visitorId });
    expect(await mailsOf(other.id), 'that order was earlier').toHaveLength(1);
  });

  it('is sent once a day to a mailbox, because anyone can order under any address', async () => {
    const orders = await Promise.all(
      ['ann@b.se', 'Ann+1@b.se', 'ann@B.se', 'ANN+2@b.se'].map((email) => closed('EXPIRED', { email })),
    );
    const mails = [];
    for (const { id } of orders) mails.push(...(await mailsOf(id)));
    expect(mails).toHaveLength(1);
    const other = await closed('EXPIRED', { email: 'anna@b.se' });
    expect(await mailsOf(other.id)).toHaveLength(1);
    const transfer = await closed('EXPIRED', { email: 'ann@b.se', paymentMethod: 'invoice', bankReference: '99' });
    expect(await mailsOf(transfer.id), 'its payment instructions no longer hold').toHaveLength(1);
  });

  it('is not sent if a late payment has reopened the order', async () => {
    const { id } = await closed('EXPIRED');
    await db().write((tx) => settlePaidOrder(tx, id), id);
    expect(await mailsOf(id)).toEqual([]);
  });
});
