import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { TEST_TERMINAL } from '../../published-identity';
import {
  amount,
  invoiceOf,
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { issueWebshop } from '../terminals/issue-webshop';
import { operationNames } from './operations';

const [HERE, THERE] = ['192.0.2.1', '198.51.100.7'];
const DENIED = 21;

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox({ hosted: true });
});
afterAll(() => test.close());

async function pay(context = terminalContext(), address = HERE) {
  const fields = invoiceOf('100');
  const reference = (await test.call('sendInvoice', fields, context, address)).get('invoiceReference') ?? '';
  await payInvoice(test.sandbox, reference, '1234');
  const status = await ask(reference, context, address);
  return { reference, ersReference: status.get('ersReference') ?? '' };
}
const ask = (reference: string, context: string, address = HERE) =>
  test.call('getPaymentStatus', `<invoiceReference>${reference}</invoiceReference>`, context, address);
const refund = async (ersReference: string, context: string, address = HERE) => {
  const fields = `<ersReference>${ersReference}</ersReference><invoice>${amount('totalAmount', '1')}</invoice>`;
  return (await test.call('refundPayment', fields, context, address)).code;
};
async function register(address = HERE) {
  const answer = await test.call('registerTerminal', '<password>till-1</password>', resellerContext(), address);
  return { code: answer.code, context: terminalContext(answer.get('terminalId'), 'till-1') };
}

describe('the published reseller in a public sandbox', () => {
  const signing = operationNames.filter(
    (name) => !/^(benchmark|confirm|request|change)/.test(name) && name !== 'registerTerminal',
  );

  it.each(signing)('cannot call %s', async (operation) => {
    const { ersReference } = await pay();
    const fields = `<terminalId>${TEST_TERMINAL.id}</terminalId><ersReference>${ersReference}</ersReference>`;
    expect((await test.call(operation, fields, resellerContext())).code).toBe(DENIED);
  });

  it('registers terminals that only the caller’s address can use', async () => {
    const own = await register();
    const { reference, ersReference } = await pay(own.context);
    expect(await refund(ersReference, own.context)).toBe(0);
    expect((await test.call('markTransactionPeriod', '', own.context)).code).toBe(0);
    expect((await ask(reference, own.context, THERE)).code).toBe(DENIED);
    expect(await refund(ersReference, own.context, THERE)).toBe(DENIED);
    expect((await test.call('unregisterTerminal', '', own.context, THERE)).code).toBe(DENIED);
    expect((await test.call('unregisterTerminal', '', own.context)).code).toBe(0);
  });

  it('registers at most 50 terminals per address', async () => {
    const address = '203.0.113.5';
    for (let count = 0; count < 49; count++) expect((await register(address)).code).toBe(0);
    const last = await Promise.all([register(address), register(address), register(address)]);
    expect(last.map(({ code }) => code).toSorted((a, b) => a - b)).toEqual([0, DENIED, DENIED]);
    expect((await register(THERE)).code).toBe(0);
  });

  it('counts terminals for a day after their registration, also unregistered ones', async () => {
    let time = Date.parse('2026-11-29T10:00:00Z');
    const own = await openTestSandbox({ hosted: true, now: () => new Date(time) });
    onTestFinished(() => own.close());
    const registerAndUnregister = async () => {
      const { code, get } = await own.call('registerTerminal', '<password>till-1</password>', resellerContext());
      if (code === 0) await own.call('unregisterTerminal', '', terminalContext(get('terminalId'), 'till-1'));
      return code;
    };
    for (let count = 0; count < 50; count++) expect(await registerAndUnregister()).toBe(0);
    expect(await registerAndUnregister()).toBe(DENIED);
    expect(await own.sandbox.db.read.terminal.count({ where: { ownerAddress: HERE } })).toBe(50);
    time += 86_401_000;
    expect(await registerAndUnregister()).toBe(0);
  });
});

describe('the published terminal in a public sandbox', () => {
  it.each([
    'updateInvoice',
    'commitReservation',
    'submitPaymentReceipt',
    'assignSeqrId',
    'markTransactionPeriod',
    'executeReport',
    'unregisterTerminal',
  ])('cannot call %s', async (operation) => expect((await test.call(operation)).code).toBe(DENIED));

  it('can send, check and cancel invoices', async () => {
    const reference = await test.sendInvoice();
    expect((await test.status(reference)).get('status')).toBe('ISSUED');
    const named = `<invoiceReference>${reference}</invoiceReference>`;
    expect((await test.call('cancelInvoice', named)).code).toBe(0);
  });

  it('refunds only invoices that the same address sent within the last hour', async () => {
    const { reference, ersReference } = await pay();
    expect(await refund(ersReference, terminalContext(), THERE)).toBe(DENIED);
    expect(await refund(ersReference, terminalContext())).toBe(0);
    await test.advance(3590, { invoiceReference: reference });
    expect(await refund(ersReference, terminalContext())).toBe(0);
    await test.advance(20, { invoiceReference: reference });
    expect(await refund(ersReference, terminalContext())).toBe(DENIED);
  });

  it('refunds nothing if the address is unknown', async () => {
    const { ersReference } = await pay(terminalContext(), '');
    expect(await refund(ersReference, terminalContext(), '')).toBe(DENIED);
  });
});

it('a terminal that the operator issued may call everything from every address', async () => {
  await issueWebshop(test.sandbox, { id: 'shop-7', reseller: 'public_test_shop', password: 'secret-7' });
  const issued = terminalContext('shop-7', 'secret-7');
  const { ersReference } = await pay(issued);
  expect(await refund(ersReference, issued, THERE)).toBe(0);
  expect((await test.call('markTransactionPeriod', '', issued, THERE)).code).toBe(0);
});

it('a local sandbox stores no addresses and refuses nobody', async () => {
  const local = await openTestSandbox();
  try {
    await local.sendInvoice();
    const { context } = await local.registerTerminal();
    expect((await local.call('markTransactionPeriod', '', context, THERE)).code).toBe(0);
    expect((await local.call('markTransactionPeriod', '', resellerContext())).code).toBe(0);
    const { read } = local.sandbox.db;
    expect((await read.invoice.findMany()).map(({ senderAddress }) => senderAddress)).toEqual([null]);
    expect(await read.terminal.count({ where: { ownerAddress: { not: null } } })).toBe(0);
  } finally {
    await local.close();
  }
});
