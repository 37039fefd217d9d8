// Over real HTTP, because that is how an overload arrives.
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { serveTestSandbox } from '../../testing/sandbox/serve-test-sandbox';
import {
  envelope,
  invoiceOf,
  openTestSandbox,
  readAnswer,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { handleSoap } from './handle-soap';

const ADMITTED = 8;
const TOO_MANY = 4;

let test: TestSandbox;
let service: Awaited<ReturnType<typeof serveTestSandbox>>;

beforeAll(async () => {
  // The clock is stopped, so that no payment times out on a slow machine.
  const start = new Date();
  test = await openTestSandbox({ now: () => start, maxCalls: ADMITTED });
  service = await serveTestSandbox(test);
});
afterAll(async () => {
  await service.close();
  await test.close();
});

async function call(operation: string, fields: string) {
  const body = envelope(`<ext:${operation}>${terminalContext()}${fields}</ext:${operation}>`);
  const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
  return readAnswer(await fetch(`${service.address}/soap`, { method: 'POST', body, headers }));
}

const statusOf = (reference: string) =>
  call('getPaymentStatus', `<invoiceReference>${reference}</invoiceReference><invoiceVersion>0</invoiceVersion>`);

/** A promise with the function that resolves it. */
function newGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

it('answers calls beyond its limit with 93, except status queries that keep a payment from being reversed', async () => {
  const [open, paid, paidBefore] = [await test.sendInvoice(), await test.sendInvoice(), await test.sendInvoice()];
  expect(await payInvoice(test.sandbox, paidBefore, '1234')).toMatchObject({ ok: true });
  await test.restart();
  expect(await payInvoice(test.sandbox, paid, '1234')).toMatchObject({ ok: true });
  // Every write needs this lock, so calls that write stay in progress.
  const [lock, refused] = [newGate(), newGate()];
  onTestFinished(lock.open);
  void test.sandbox.db.write(() => lock.opened);
  const codes: number[] = [];
  const calls = Array.from({ length: ADMITTED + TOO_MANY }, async () => {
    codes.push((await call('sendInvoice', invoiceOf('100.00'))).code);
    if (codes.length === TOO_MANY) refused.open();
  });

  await refused.opened;
  expect(codes.every((code) => code === 93)).toBe(true);
  expect(await statusOf(open)).toMatchObject({ code: 93, description: 'SYSTEM_BUSY' });
  const queries = [statusOf(paid), statusOf(paidBefore)];
  lock.open();

  expect((await Promise.all(queries)).map((answer) => answer.get('status'))).toEqual(['PAID', 'PAID']);
  await Promise.all(calls);
  expect(codes.filter((code) => code === 0)).toHaveLength(ADMITTED);
  expect((await statusOf(open)).get('status')).toBe('ISSUED');
});

it('beyond its limit, closes the connection of a caller that is gone instead of answering 93', async () => {
  const full = await openTestSandbox({ maxCalls: 0 });
  onTestFinished(() => full.close());
  const body = envelope(`<ext:sendInvoice>${terminalContext()}${invoiceOf('100.00')}</ext:sendInvoice>`);
  const call = (signal: AbortSignal) =>
    handleSoap(new Request('http://localhost/soap', { method: 'POST', body, signal }), full.sandbox);
  expect((await readAnswer(await call(new AbortController().signal))).code).toBe(93);
  await expect((await call(AbortSignal.abort())).text()).rejects.toThrow('closed');
});
