import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { workOutbox } from '../background/effects';
import { runWatcherRound } from '../background/payment-watcher';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newKey, newUuid } from '../ids';
import { money } from '../money';
import { refundPayment } from '../refunds/refund-payment';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { addProducts, openShopDatabase } from '../testing/shop-database';
import { startSmtpServer } from '../testing/smtp-server';
import { receiveTransfer } from './receive-transfer';
import type { Session } from './session';

let close: () => Promise<void>;
let smtp: Awaited<ReturnType<typeof startSmtpServer>>;
let session: Session;

beforeAll(async () => {
  close = await openShopDatabase();
  smtp = await startSmtpServer();
  configure({ SMTP_URL: smtp.url, PUBLIC_URL: 'https://shop.test' });
  session = signedIn();
});
afterAll(async () => {
  await smtp.close();
  await close();
});
beforeEach(() => {
  smtp.received.length = 0;
});

/** A bank-transfer order whose payment instructions have been mailed. */
async function transferOrder() {
  const slug = newKey();
  await addProducts([{ slug }]);
  const placed = await placeOrder(
    {
      items: [{ slug, quantity: 1 }],
      customer: { name: 'Å', email: 'a@b.se', address: 'x', postalCode: '12345', city: 'y', country: 'SE' },
      delivery: 'standard',
      paymentMethod: 'invoice',
      checkoutKey: newUuid(),
      language: 'en',
    },
    { visitorId: null, clientAddress: null },
    { forSeqr: 'http://shop.test', forBuyer: 'http://shop.test' },
  );
  if (!placed.ok) throw new Error(placed.reason);
  await workOutbox('mail');
  smtp.received.length = 0;
  const { number, total } = await db().read.order.findUniqueOrThrow({ where: { id: placed.order.orderId } });
  const receive = (amount: number, key = newKey()) =>
    receiveTransfer(session, number, { key, amount: money(amount, 'SEK'), note: '' });
  return { number, total, receive };
}

/** Sends mails several times concurrently, as several processes would. */
const sendMails = () => Promise.all([workOutbox('mail'), workOutbox('mail'), runWatcherRound()]);
/** The subjects of the mails to the buyer. */
const subjects = () =>
  smtp.received
    .filter(({ recipients }) => recipients.includes('a@b.se'))
    .map(({ raw }) => /^Subject: (.*)$/m.exec(raw)?.[1]?.trim());

it('mails one receipt, however often the form is sent and in however many parts the money arrives', async () => {
  const { number, total, receive } = await transferOrder();
  expect(await receive(1_00)).toBe('part');
  await sendMails();
  expect(subjects()).toEqual([]);
  const key = newKey();
  const outcomes = await Promise.all([1, 2, 3].map(() => receive(total - 1_00, key)));
  expect(outcomes.toSorted()).toEqual(['paid', 'repeated', 'repeated']);
  await sendMails();
  await sendMails();
  expect(subjects()).toEqual([`Your receipt for order T-${number}`]);
});

it('does not count refunded money towards the total', async () => {
  const { number, total, receive } = await transferOrder();
  const order = () => db().read.order.findUniqueOrThrow({ where: { number } });
  const { id: orderId } = await order();
  expect(await receive(2_00)).toBe('part');
  const returned = { orderId, paymentId: null, key: newKey(), amount: money(2_00, 'SEK'), reason: 'Mistaken' };
  expect(await refundPayment({ ...returned, by: { source: 'merchant', name: 'Å' } })).toMatchObject({ ok: true });
  expect(await receive(total - 2_00)).toBe('part');
  expect((await order()).state).toBe('PENDING');
  expect(await receive(2_00)).toBe('paid');
});

it('does not mail a second receipt for excess money', async () => {
  const { number, total, receive } = await transferOrder();
  expect(await receive(total)).toBe('paid');
  await receive(1_00);
  await sendMails();
  // The shop is mailed too, because the excess needs a decision.
  expect(subjects().filter((subject) => subject?.startsWith('Your receipt'))).toEqual([
    `Your receipt for order T-${number}`,
  ]);
});

it('books at most twice the largest order and explains the refusal of more', async () => {
  const { number, receive } = await transferOrder();
  expect(await receive(9_999_999_99)).toBe('paid');
  expect(await receive(9_999_999_99)).toBe('already-paid');
  expect(await receive(1)).toBe('high');
  expect(await (await transferOrder()).receive(999_999_999_99)).toBe('high');
  expect((await db().read.order.findUniqueOrThrow({ where: { number } })).transferred).toBe(19_999_999_98);
});
