import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '../db/client';
import { configure } from '../testing/configure';
import { addOrder } from '../testing/orders';
import { openShopDatabase } from '../testing/shop-database';
import { listOrderMails } from './list-order-mails';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
});
beforeEach(() => configure({ DEMO: 'on' }));
afterEach(() => configure({ DEMO: '' }));
afterAll(() => close());

async function addMail(orderId: string, kind: string, subject: string, minute: number) {
  const mail = { id: subject, cause: subject, kind, orderId, recipient: 'a@b.se', subject, text: '', html: '<p>x</p>' };
  const createdAt = new Date(Date.UTC(2026, 10, 30, 12, minute));
  await db().write((tx) => tx.mail.create({ data: { ...mail, createdAt } }));
}

it('lists the mails of one order to its buyer, newest first, in a demonstration only', async () => {
  const [mine, other] = [await addOrder(), await addOrder()];
  await addMail(mine.id, 'receipt', 'Your receipt', 1);
  await addMail(mine.id, 'refund', 'Your refund', 2);
  await addMail(mine.id, 'new-order', 'To the shop', 3);
  await addMail(other.id, 'receipt', 'Of another visitor', 4);
  expect((await listOrderMails(mine.id))?.map(({ subject }) => subject)).toEqual(['Your refund', 'Your receipt']);
  expect(await listOrderMails('guessed')).toBeNull();
  configure({ DEMO: '' });
  expect(await listOrderMails(mine.id)).toBeNull();
});
