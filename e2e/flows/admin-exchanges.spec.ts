import { payBack, signIn } from '../admin';
import { findViolations } from '../axe';
import { expect, test } from '../fixtures';

for (const device of ['desktop', 'phone'] as const) {
  test(`an order’s page lists the order’s messages to SEQR (${device})`, async ({
    page: desktop,
    phone,
    goods,
    books,
    buyer,
  }) => {
    const page = device === 'phone' ? phone : desktop;
    const { orderId, invoiceReference } = await buyer.buy(await goods.add({ price: 100_00 }));
    const { number } = await books.order(orderId);
    await signIn(page);
    await payBack(page.request, number, 50);
    await page.goto(`/admin/orders/${number}`);

    const list = page.getByRole('region', { name: 'SOAP messages' });
    for (const operation of ['sendInvoice', 'getPaymentStatus', 'refundPayment']) {
      await expect(list.getByText(operation, { exact: true }).first()).toBeVisible();
    }
    await list.getByText('sendInvoice', { exact: true }).click();
    const sent = list.getByRole('region', { name: 'Request' });
    await expect(sent).toContainText('<password>***</password>');
    await expect(sent).toContainText(/^ +<invoice>$/m);
    await expect(list.getByRole('region', { name: 'Response' })).toContainText(
      `<invoiceReference>${invoiceReference}</invoiceReference>`,
    );
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
    expect(await findViolations(page, { include: 'section[aria-labelledby="soap"]' })).toEqual([]);
    await list.getByRole('link', { name: `Invoice ${invoiceReference} in the sandbox’s console` }).click();
    await expect(page).toHaveURL(`/sandbox/invoices/${invoiceReference}`);
  });
}

test('a bank-transfer order’s page lists no messages', async ({ page, goods, buyer, books }) => {
  const { orderId } = await buyer.order(await goods.add(), { paymentMethod: 'invoice' });
  await signIn(page);
  await page.goto(`/admin/orders/${(await books.order(orderId)).number}`);
  await expect(page.getByRole('heading', { name: 'Lines' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'SOAP messages' })).toHaveCount(0);
});
