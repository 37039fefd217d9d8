import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { admitOwnShop } from './admit-own-shop';

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
