import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  amount,
  envelope,
  openTestSandbox,
  readAnswer,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { getInvoiceDetails } from '../console/invoices';
import { pay } from '../control/invoices';
import { payInvoice } from '../payers/pay-invoice';
import { scanInvoice } from '../payers/scan-invoice';
import { handleSoap } from '../soap/handle-soap';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

const total = amount('totalAmount', '100');
const mode = (name: string) => `<acknowledgmentMode>${name}</acknowledgmentMode>`;

async function sendTo(path: string, fields = ''): Promise<string> {
  const body = envelope(`<ext:sendInvoice>${terminalContext()}<invoice>${fields}${total}</invoice></ext:sendInvoice>`);
  const request = new Request(`http://localhost${path}`, { method: 'POST', body });
  return (await readAnswer(await handleSoap(request, test.sandbox))).get('invoiceReference') ?? '';
}

const statusAfterScan = async (reference: string) => {
  await scanInvoice(test.sandbox, reference);
  return (await test.status(reference)).get('status');
};
const update = async (reference: string, invoice: string) =>
  (await test.call('updateInvoice', `<invoiceReference>${reference}</invoiceReference>${invoice}`)).code;
const explanation = async (reference: string) => (await getInvoiceDetails(test.sandbox, reference))?.waitingReason;
const v2 = '/extclientproxy/service/v2';

describe('sendInvoice without an acknowledgmentMode', () => {
  it.each([
    ['/soap/merchant/cashregister-2', 'REQUIRE_ACKNOWLEDGMENT', 'PENDING_ISSUER_ACKNOWLEDGE'],
    [v2, 'REQUIRE_ACKNOWLEDGMENT', 'PENDING_ISSUER_ACKNOWLEDGE'],
    ['/extclientproxy/service', 'NO_ACKNOWLEDGMENT', 'ISSUED'],
  ])('on %s sets the mode %s', async (path, expected, status) => {
    const reference = await sendTo(path);
    expect((await getInvoiceDetails(test.sandbox, reference))?.acknowledgmentMode).toBe(expected);
    expect(await statusAfterScan(reference)).toBe(status);
  });

  it('is explained identically by the console and the refusal to pay', async () => {
    const reference = await sendTo(v2);
    const sentence = await explanation(reference);
    expect(sentence).toMatch(/^sendInvoice did not set acknowledgmentMode, .*send NO_ACKNOWLEDGMENT\.$/);
    const request = new Request('http://localhost', { method: 'POST', body: '{"pin":"1234"}' });
    await expect(pay(test.sandbox, request, { reference })).rejects.toMatchObject({
      status: 409,
      message: sentence,
      detail: { ok: false, reason: 'waiting-for-merchant' },
    });
    expect(await explanation(reference)).toBe(sentence);
  });

  it('has no explanation if the payer does not wait', async () => {
    expect(await explanation(await sendTo('/extclientproxy/service'))).toBeNull();
    const answered = await sendTo(v2);
    await scanInvoice(test.sandbox, answered);
    expect(await update(answered, '')).toBe(0);
    expect(await explanation(answered)).toBeNull();
    const canceled = await sendTo(v2);
    await test.call('cancelInvoice', `<invoiceReference>${canceled}</invoiceReference>`);
    expect(await explanation(canceled)).toBeNull();
  });
});

it('keeps an acknowledgmentMode that sendInvoice sets, on each path', async () => {
  expect(await statusAfterScan(await sendTo(v2, mode('NO_ACKNOWLEDGMENT')))).toBe('ISSUED');
  const v1 = await sendTo('/extclientproxy/service', mode('REQUIRE_ACKNOWLEDGMENT'));
  expect(await statusAfterScan(v1)).toBe('PENDING_ISSUER_ACKNOWLEDGE');
});

it('explains an acknowledgment that the merchant requested', async () => {
  const reference = await sendTo(v2, mode('REQUIRE_ACKNOWLEDGMENT'));
  await scanInvoice(test.sandbox, reference);
  expect(await explanation(reference)).toMatch(/^The invoice uses REQUIRE_ACKNOWLEDGMENT: .* updateInvoice/);
});

describe('updateInvoice', () => {
  it.each([
    ['REQUIRE_ACKNOWLEDGMENT', 'PENDING_ISSUER_ACKNOWLEDGE'],
    ['NO_ACKNOWLEDGMENT', 'ISSUED'],
  ])('without a mode keeps %s', async (sent, status) => {
    const reference = await sendTo(v2, mode(sent));
    expect(await update(reference, `<invoice>${total}</invoice>`)).toBe(0);
    expect(await statusAfterScan(reference)).toBe(status);
  });

  it('allows the payment with NO_ACKNOWLEDGMENT, before and after the scan', async () => {
    const unscanned = await sendTo(v2);
    const change = `<invoice>${mode('NO_ACKNOWLEDGMENT')}${total}</invoice>`;
    expect(await update(unscanned, change)).toBe(0);
    expect(await statusAfterScan(unscanned)).toBe('ISSUED');
    const waiting = await sendTo(v2);
    expect(await statusAfterScan(waiting)).toBe('PENDING_ISSUER_ACKNOWLEDGE');
    expect(await update(waiting, change)).toBe(0);
    expect(await payInvoice(test.sandbox, waiting, '1234')).toMatchObject({ ok: true });
  });
});
