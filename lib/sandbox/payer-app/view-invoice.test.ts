import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  amount,
  invoiceOf,
  openTestSandbox,
  resellerContext,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { payInvoice } from '../payers/pay-invoice';
import { getInvoice } from './view-invoice';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

it('shows the payer the terminal’s name, cashier, title, discounts and documents', async () => {
  const name = '<password>till-1</password><name>Kiosk by the door</name>';
  const registered = await test.call('registerTerminal', name, resellerContext());
  const context = terminalContext(registered.get('terminalId'), 'till-1');
  const row = `<invoiceRow><itemDescription>Mug</itemDescription>${amount('itemDiscount', '5')}</invoiceRow>`;
  const invoice = `<title>Order 7</title><cashierId>Bo</cashierId><invoiceRows>${row}</invoiceRows>`;
  const { reference, ersReference } = await test.buy('45', invoice, context);
  const document = '<mimeType>text/html</mimeType><receiptData>PGgxPg==</receiptData>';
  const receipt = `<ersReference>${ersReference}</ersReference><receiptDocument>${document}</receiptDocument>`;
  await test.call('submitPaymentReceipt', receipt, context);
  expect(await getInvoice(test.sandbox, reference)).toMatchObject({
    merchant: 'Tallbacka',
    terminal: 'Kiosk by the door',
    cashier: 'Bo',
    title: 'Order 7',
    rows: [{ text: 'Mug', discount: { amount: 500, currency: 'SEK' } }],
    receipts: [{ kind: 'PAYMENT', receiptType: 'PAYMENT_RECEIPT', mimeType: 'text/html', bytes: 4 }],
  });
});

it('the shown state changes with the content, but not with the payer or the time', async () => {
  const sent = await test.call('sendInvoice', invoiceOf('100', '<backURL>javascript:alert(1)</backURL>'));
  const reference = sent.get('invoiceReference') ?? '';
  const view = async (payerId?: string) => await getInvoice(test.sandbox, reference, payerId);
  const open = await view();
  expect(open).toMatchObject({ status: 'ISSUED', justEnded: false });
  expect(open).not.toHaveProperty('backUrl');
  await payInvoice(test.sandbox, reference, '1234');
  const paid = await view();
  expect(paid).toMatchObject({ status: 'PAID', justEnded: true, paid: { amount: 10_000 }, endedAt: expect.any(Date) });
  expect(paid?.shownState).not.toBe(open?.shownState);
  await test.status(reference); // prevents the reversal
  await test.advance(60, { invoiceReference: reference });
  expect(await view('other')).toEqual({ ...paid, justEnded: false });
});
