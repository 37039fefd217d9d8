import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { sellAs } from '../../testing/sell-as';
import { admitOwnShop } from './admit-own-shop';
import { seedSandbox } from './seed';

const identity = {
  terminalId: 'shop-terminal-1',
  terminalPassword: 'first',
  resellerId: 'shop-1',
  resellerPassword: 'second',
};

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox({ hosted: true });
  await admitOwnShop(test.sandbox, identity);
});
afterAll(() => test.close());

it('lets only the shop itself refund and close its payments next to a public sandbox', async () => {
  const own = terminalContext('shop-terminal-1', 'first');
  const { ersReference } = await test.buy('100', '', own);
  const refund = `<ersReference>${ersReference}</ersReference><invoice><totalAmount><currency>SEK</currency><value>1</value></totalAmount></invoice>`;
  expect((await test.call('refundPayment', refund, terminalContext())).code).toBe(23);
  expect((await test.call('refundPayment', refund, resellerContext())).code).toBe(21);
  expect((await test.call('refundPayment', refund, own)).code).toBe(0);
  expect((await test.call('markTransactionPeriod', '', resellerContext('shop-1', '9900', 'second'))).code).toBe(0);
});

it('gives the merchant’s new name to its own reseller and terminal, and to the published ones', async () => {
  const { db } = test.sandbox;
  const restore = sellAs({ name: 'Other shop' });
  await admitOwnShop(test.sandbox, identity).finally(restore);
  expect(await db.read.reseller.findUnique({ where: { id: 'shop-1' } })).toMatchObject({ name: 'Other shop' });
  const own = { id: 'shop-terminal-1' };
  expect(await db.read.terminal.findUnique({ where: own })).toMatchObject({ name: 'Other shop webshop' });

  const renamed = sellAs({ name: 'Other shop' });
  await seedSandbox(db).finally(renamed);
  const published = { id: 'public_test_shop' };
  expect(await db.read.reseller.findUnique({ where: published })).toMatchObject({ name: 'Other shop' });
});

it('accepts changed passwords', async () => {
  await admitOwnShop(test.sandbox, identity);
  await admitOwnShop(test.sandbox, { ...identity, terminalPassword: 'third' });
  const status = (password: string) =>
    test.call(
      'getPaymentStatus',
      '<invoiceReference>1</invoiceReference>',
      terminalContext('shop-terminal-1', password),
    );
  expect((await status('first')).code).toBe(20);
  expect((await status('third')).code).toBe(54);
});
