import { checkoutOf } from '../checkout-request';
import { expect, test } from '../fixtures';
import { isRunningShop } from '../shop-under-test';

test('a failed test carries the messages of its own invoices and the log', async ({
  request,
  goods,
  buyer,
  evidence,
}) => {
  const { invoiceReference } = await buyer.buy(await goods.any());
  // Stands for another test's order, because this test does not note its id.
  const response = await request.post('/api/checkout', { data: checkoutOf('birch-butter-knife') });
  const other: { invoiceReference: string } = await response.json();

  const messages = await evidence.messages(request);
  for (const operation of ['sendInvoice', 'getPaymentStatus']) {
    expect(messages).toContain(`${operation} of invoice ${invoiceReference}: HTTP 200, result 0`);
  }
  expect(messages).toContain('<password>***');
  expect(messages).not.toContain(other.invoiceReference);
  expect(evidence.log()).toContain(isRunningShop ? '' : 'payments: paid');
});
