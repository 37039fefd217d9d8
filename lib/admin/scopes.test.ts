import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { placeOrder } from '../checkout/place-order';
import { db } from '../db/client';
import { newKey, newUuid } from '../ids';
import { money } from '../money';
import { holdPayment } from '../payments/hold-payment';
import { requestPeriod } from '../reconciliation/request-period';
import { leaveLostPeriod, supplyPeriodId } from '../reconciliation/settle-lost-period';
import { settleRefundByHand } from '../refunds/settle-refund-by-hand';
import { signedIn } from '../testing/admin-session';
import { addresses, newCheckout } from '../testing/checkouts';
import { configure } from '../testing/configure';
import { interleave } from '../testing/interleave';
import { addPaidOrder, addRefund, addUnpaidOrder } from '../testing/order-rows';
import { addOrder } from '../testing/orders';
import { addProducts, openShopDatabase, stockOf } from '../testing/shop-database';
import { arrangePictures } from './catalogue/arrange-pictures';
import { saveProduct } from './catalogue/save-product';
import { decideIncident, factsShown } from './decide-incident';
import { applyImport } from './import/apply-import';
import { getImportFile, keepImportFile } from './import/import-file';
import { planImport } from './import/plan-import';
import { addPerson, removePerson } from './manage-people';
import { acceptOrder, mailReceiptAgain, markDelivered } from './order-actions';
import { receiveTransfer } from './receive-transfer';
import { isOwner } from './session';

// On PostgreSQL, each write here excludes the writes that conflict with it, but never a sale
// (docs/decisions/locks-on-postgresql.md). Each test fails if its write has no scope, because a sale then has to wait.
// Most also fail if a part of the scope is missing, because both writes then reach the same decision. In the others, a
// condition of the update still refuses the second write.

let close: () => Promise<void>;
const by = { source: 'merchant', name: 'Åsa' } as const;
const session = () => signedIn();

beforeAll(async () => {
  close = await openShopDatabase('postgresql');
  configure({ TRANSFER_REVIEW_STOCK_PERCENT: '50' });
  // Lower numbers are for the orders that the tests write directly.
  await db().write((tx) => tx.orderNumber.create({ data: { id: 1, next: 50_000 } }));
  // Opens the connections in advance, so that opening them does not order the writes.
  await Promise.all(
    ['1', '2', '3', '4'].map((scope) => db().write((tx) => tx.$executeRaw`SELECT pg_sleep(0.1)`, scope)),
  );
});
afterAll(() => close());

/** Places an order by bank transfer. */
async function transfer(slug: string, email: string, clientAddress: string | null, quantity = 1) {
  const checkout = { ...(await newCheckout()), paymentMethod: 'invoice' as const, items: [{ slug, quantity }] };
  const customer = { ...checkout.customer, email };
  return () => placeOrder({ ...checkout, customer }, { visitorId: null, clientAddress }, addresses);
}

async function newProduct(stock: number): Promise<string> {
  const slug = newKey();
  await addProducts([{ slug, stock }]);
  return slug;
}

const sortedOutcomes = (outcomes: readonly unknown[]) => outcomes.map(String).sort();

it.each([
  ['mailbox', 'MAX_OPEN_TRANSFERS_PER_MAILBOX', ['192.0.2.1', '192.0.2.2'], ['anna+1@b.se', 'anna@b.se']],
  ['address', 'MAX_OPEN_TRANSFERS_PER_ADDRESS', ['192.0.2.3', '192.0.2.3'], ['bo@b.se', 'eva@b.se']],
] as const)('two bank transfers of one %s do not exceed its limit', async (_, variable, networks, mailboxes) => {
  configure({ [variable]: '1' });
  const slugs = [await newProduct(9), await newProduct(9)] as const;
  const both = [
    await transfer(slugs[0], mailboxes[0], networks[0]),
    await transfer(slugs[1], mailboxes[1], networks[1]),
  ];
  const placed = await interleave('OrderNumber', ...both);
  configure({ [variable]: '100' });
  expect(sortedOutcomes(placed.map(({ ok }) => ok))).toEqual(['false', 'true']);
});

it('of two bank-transfer orders of one product, the second is compared with the stock that the first leaves', async () => {
  const slug = await newProduct(10);
  const both = [await transfer(slug, 'c@b.se', null, 4), await transfer(slug, 'd@b.se', null, 4)];
  await interleave('OrderNumber', ...both);
  const orders = await db().read.order.findMany({ where: { lines: { some: { slug } } } });
  expect(sortedOutcomes(orders.map(({ awaitsReview }) => awaitsReview))).toEqual(['false', 'true']);
  expect(await stockOf(slug)).toEqual({ stock: 6, reserved: 4, sold: 0 });
});

it('a transfer that is entered twice is booked once, even for another order', async () => {
  const orders = [await addOrder({ paymentMethod: 'invoice' }), await addOrder({ paymentMethod: 'invoice' })];
  const entry = { key: newKey(), amount: money(60_00, 'SEK'), note: '' };
  const all = [0, 0, 1].map((index) => () => receiveTransfer(session(), orders[index]?.number ?? 0, entry));
  expect(sortedOutcomes(await interleave('Transfer', ...all))).toEqual(['part', 'repeated', 'repeated']);
});

it('two transfers of 60 out of 100 pay an order, and the excess is listed', async () => {
  const { id, number } = await addOrder({ paymentMethod: 'invoice' });
  const enter = () => receiveTransfer(session(), number, { key: newKey(), amount: money(60_00, 'SEK'), note: '' });
  expect(sortedOutcomes(await interleave('Order', enter, enter))).toEqual(['paid', 'part']);
  const incidents = await db().read.incident.findMany({ where: { orderId: id } });
  expect(incidents).toMatchObject([{ kind: 'excess', amount: 20_00 }]);
});

/** A payment that is held, because SEQR sent no reference. */
async function heldPayment() {
  const orderId = await addUnpaidOrder(100_00);
  const facts = { kind: 'no-reference', status: 'PAID', amount: 100_00, currency: 'SEK' } as const;
  await db().write(async (tx) => {
    const payment = await tx.payment.update({ where: { id: orderId }, data: { openOrderId: orderId } });
    await holdPayment(tx, payment, { ...facts, ersReference: null, detail: null });
  });
  const incident = await db().read.incident.findFirstOrThrow({ where: { orderId }, include: { order: true } });
  return { id: incident.id, shown: factsShown(incident, incident.order) };
}

it('two held payments are not recorded under one reference', async () => {
  const [one, other] = [await heldPayment(), await heldPayment()];
  const ersReference = newKey();
  const decide = ({ id, shown }: typeof one) =>
    decideIncident(id, { action: 'record', shown, ersReference, note: null }, by);
  const decided = await interleave(
    'Incident',
    () => decide(one),
    () => decide(other),
  );
  expect(sortedOutcomes(decided)).toEqual(['recorded', 'reference']);
});

it('of two decisions about an incident, one counts', async () => {
  const { id, shown } = await heldPayment();
  const decide = (action: 'record' | 'settle') => () =>
    decideIncident(id, { action, shown, ersReference: newKey(), note: 'by phone' }, by);
  const decided = await interleave('Incident', decide('settle'), decide('record'));
  expect(decided).toContain('overtaken');
});

it('a refund is settled by hand once, and not under the reference of another', async () => {
  const reference = newKey();
  const orders = [await addPaidOrder(newUuid(), 100_00), await addPaidOrder(newUuid(), 100_00)];
  for (const orderId of orders) await addRefund(orderId, 50_00, 'UNKNOWN', null);
  const refunds = await db().read.refund.findMany({ where: { orderId: { in: orders } } });
  const settle = (id = '') => settleRefundByHand(id, { done: true, ersReference: reference }, by);
  const all = [0, 0, 1].map((index) => () => settle(refunds[index]?.id));
  expect(sortedOutcomes(await interleave('Refund', ...all))).toEqual(['false', 'false', 'true']);
});

it('of two saves of a product, one counts', async () => {
  const slug = await newProduct(10);
  const texts = { 'name-en': 'A', 'description-en': 'A', 'name-sv': 'A', 'description-sv': 'A' };
  const { version } = await db().read.product.findUniqueOrThrow({ where: { slug } });
  const form = {
    ...texts,
    version: String(version),
    price: '90',
    stock: '12',
    shownStock: '10',
    image: '',
    published: 'on',
  };
  const save = () => saveProduct(session(), slug, form, []);
  const saved = await interleave('Product', save, save);
  expect(sortedOutcomes(saved.map((one) => one?.ok))).toEqual(['false', 'true']);
  expect(await stockOf(slug)).toEqual({ stock: 12, reserved: 0, sold: 0 });
});

it('an order is accepted and delivered once, and its receipt is mailed again for each request', async () => {
  const waiting = await addOrder({ paymentMethod: 'invoice', awaitsReview: true });
  const accept = () => acceptOrder(session(), waiting.number);
  expect(sortedOutcomes(await interleave('Order', accept, accept))).toEqual(['accepted', 'refused']);
  const { number } = await db().read.order.findUniqueOrThrow({ where: { id: await addPaidOrder(newUuid(), 100_00) } });
  const deliver = () => markDelivered(session(), number, { carrier: null, trackingUrl: null });
  expect(sortedOutcomes(await interleave('Order', deliver, deliver))).toEqual(['delivered', 'refused']);
  const mail = () => mailReceiptAgain(session(), number);
  await interleave('Outbox', mail, mail);
  expect(await db().read.outbox.count({ where: { kind: 'mail-receipt' } })).toBeGreaterThanOrEqual(2);
});

it('two people do not get the same name, and a person is removed once', async () => {
  const owner = session();
  if (!isOwner(owner)) throw new Error('The test signs in as the owner.');
  const add = (password: string) => () => addPerson(owner, { name: 'Eva Ek', password });
  const added = await interleave('Account', add('seven pine needles'), add('eight spruce cones'));
  expect(sortedOutcomes(added)).toEqual(['added', 'name-taken']);
  const remove = () => removePerson(owner, 'Eva Ek');
  expect(sortedOutcomes(await interleave('Account', remove, remove))).toEqual(['false', 'true']);
});

it('two requests begin one closing, and a lost closing is decided once', async () => {
  const request = () => requestPeriod('terminal', 'Åsa');
  const closings = await interleave('Period', request, request);
  expect(sortedOutcomes(closings.map((closing) => closing.ok && closing.isNew))).toEqual(['false', 'true']);
  const [id = ''] = closings.flatMap((closing) => (closing.ok ? [closing.periodId] : []));
  await db().write((tx) => tx.period.update({ where: { id }, data: { state: 'LOST' } }));
  const decided = await interleave(
    'Period',
    async () => (await supplyPeriodId(id, '17', by)) === 'supplied',
    () => leaveLostPeriod(id, by),
  );
  expect(decided).toContain(true);
  const { state, openScope } = await db().read.period.findUniqueOrThrow({ where: { id } });
  expect([state, openScope]).toEqual([decided[0] ? 'MARKED' : 'LOST', null]);
});

it('two lost closings do not continue with one period id', async () => {
  const lost = { state: 'LOST', actor: '', currency: 'SEK', createdAt: new Date() } as const;
  const ids = [newKey(), newKey()];
  await db().write((tx) => tx.period.createMany({ data: ids.map((id) => ({ id, scope: 'shop' as const, ...lost })) }));
  const supplied = await interleave('Period', ...ids.map((id) => () => supplyPeriodId(id, '18', by)));
  expect(sortedOutcomes(supplied)).toEqual(['supplied', 'taken-id']);
});

it('the first picture of a product can be changed during an import', async () => {
  const [slug, images] = ['imported', ['/products/a.jpg', '/products/b.jpg']];
  await addProducts([{ slug, stock: 3, published: false }]);
  const arrange = (action: string, image = '') => arrangePictures(session(), slug, { action, image }, images);
  for (const image of images) await arrange('add', image);
  const { version } = await db().read.product.findUniqueOrThrow({ where: { slug } });
  const bytes = new TextEncoder().encode(`slug,version,price\n${slug},${version},7\n`);
  const id = await keepImportFile(session(), bytes);
  const { digest, problems } = await planImport(session(), bytes, images);
  expect(problems).toEqual([]);
  const file = await getImportFile(session(), id);
  if (!file) throw new Error('no file');
  const waiting = () =>
    db().read.$queryRaw`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  const [imported, arranged] = await interleave<{ ok: boolean } | null>(
    'Product',
    () => applyImport(session(), file, digest, images),
    async () => {
      await vi.waitFor(async () => expect(await waiting()).toHaveLength(1));
      return arrange('first', '/products/b.jpg');
    },
  );
  // If the import commits first, the picture is changed afterwards. Otherwise the import is refused.
  expect(arranged).toMatchObject({ ok: true });
  const { image, price } = await db().read.product.findUniqueOrThrow({ where: { slug } });
  expect([image, price]).toEqual(['/products/b.jpg', imported?.ok ? 7_00 : 100_00]);
});
