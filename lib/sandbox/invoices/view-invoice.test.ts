import { afterAll, beforeAll, expect, it } from 'vitest';
import { amount, openTestSandbox, resellerContext, type TestSandbox, terminalContext } from '../test-sandbox';
import { getPayerInvoice } from './view-invoice';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
});
afterAll(() => test.close());

it('shows the payer the terminal’s name, the cashier, the title, discounts and documents', async () => {
  const name = '<password>till-1</password><name>Kiosk by the door</name>';
  const registered = await test.call('registerTerminal', name, resellerContext());
  const context = terminalContext(registered.get('terminalId'), 'till-1');
  const row = `<invoiceRow><itemDescription>Mug</itemDescription>${amount('itemDiscount', '5')}</invoiceRow>`;
  const invoice = `<title>Order 7</title><cashierId>Bo</cashierId><invoiceRows>${row}</invoiceRows>`;
  const { reference, ersReference } = await test.buy('45', invoice, context);
  const document = '<mimeType>text/html</mimeType><receiptData>PGgxPg==</receiptData>';
  const receipt = `<ersReference>${ersReference}</ersReference><receiptDocument>${document}</receiptDocument>`;
  await test.call('submitPaymentReceipt', receipt, context);
  expect(await getPayerInvoice(test.sandbox, reference)).toMatchObject({
    merchant: 'Tallbacka',
    terminal: 'Kiosk by the door',
    cashierId: 'Bo',
    title: 'Order 7',
    rows: [{ description: 'Mug', discount: { amount: 500, currency: 'SEK' } }],
    receipts: [{ kind: 'PAYMENT', receiptType: 'PAYMENT_RECEIPT', mimeType: 'text/html', bytes: 4 }],
  });
});
