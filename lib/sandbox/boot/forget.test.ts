import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestSandbox, type TestSandbox } from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { savePayer } from '../payers/save-payer';
import { scanInvoice } from '../payers/scan-invoice';
import { forgetInvoices, forgetPayers } from './forget';
import { VISITOR } from './prune';

let test: TestSandbox;
let time = Date.parse('2026-11-29T10:00:00Z');
beforeAll(async () => {
  test = await openTestSandbox({ now: () => new Date(time) });
});
beforeEach(() => {
  time += 3_600_000;
});
afterAll(() => test.close());

const isThere = async (reference: string) => (await test.sandbox.db.read.invoice.count({ where: { reference } })) === 1;
const closePeriod = () => test.sandbox.db.write((tx) => tx.booking.updateMany({ data: { shopPeriodId: 'closed' } }));

it('deletes invoices that were never paid or that a closing has counted; repeating it changes nothing', async () => {
  const unpaid = await test.sendInvoice();
  const { reference } = await test.buy();
  await closePeriod();
  expect(await forgetInvoices(test.sandbox, [unpaid, reference, '404'])).toEqual([]);
  expect([await isThere(unpaid), await isThere(reference)]).toEqual([false, false]);
  expect(await test.sandbox.db.read.booking.count({ where: { invoiceReference: reference } })).toBe(0);
  expect(await forgetInvoices(test.sandbox, [unpaid, reference])).toEqual([]);
});

it('keeps an invoice whose payment is in progress, and one that no closing has counted yet', async () => {
  const paying = await test.sendInvoice();
  await payInvoice(test.sandbox, paying, '1234');
  const { reference } = await test.buy();
  const kept = await forgetInvoices(test.sandbox, [paying, reference]);
  expect(kept.toSorted()).toEqual([paying, reference].toSorted());
  expect([await isThere(paying), await isThere(reference)]).toEqual([true, true]);
});

it('deletes visitors’ old payers that no invoice names', async () => {
  const payers = ['old', 'scanned', 'young'];
  for (const name of payers) {
    time += 60_000;
    await savePayer(test.sandbox, VISITOR + name, { name });
  }
  await savePayer(test.sandbox, 'anna', { name: 'Anna' });
  await scanInvoice(test.sandbox, await test.sendInvoice(), `${VISITOR}scanned`);
  await forgetPayers(test.sandbox, new Date(time));
  const left = await test.sandbox.db.read.payer.findMany({ select: { id: true } });
  expect(left.map(({ id }) => id).toSorted()).toEqual(['anna', 'default', `${VISITOR}scanned`, `${VISITOR}young`]);
  expect(await test.sandbox.db.read.balance.count({ where: { payerId: `${VISITOR}old` } })).toBe(0);
});
