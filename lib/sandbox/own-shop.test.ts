import { afterAll, beforeAll, expect, it } from 'vitest';
import { admitOwnShop } from './own-shop';
import { openTestSandbox, resellerContext, type TestSandbox, terminalContext } from './test-sandbox';

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

it('the shop beside a public sandbox refunds and closes its own payments, and nobody else does', async () => {
  const own = terminalContext('shop-terminal-1', 'first');
  const { ersReference } = await test.buy('100', '', own);
  const refund = `<ersReference>${ersReference}</ersReference><invoice><totalAmount><currency>SEK</currency><value>1</value></totalAmount></invoice>`;
  expect((await test.call('refundPayment', refund, terminalContext())).code).toBe(23);
  expect((await test.call('refundPayment', refund, resellerContext())).code).toBe(21);
  expect((await test.call('refundPayment', refund, own)).code).toBe(0);
  expect((await test.call('markTransactionPeriod', '', resellerContext('shop-1', '9900', 'second'))).code).toBe(0);
});

it('it is admitted again by the passwords of now', async () => {
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
