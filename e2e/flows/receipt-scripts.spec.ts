import { pdfText } from '../../lib/testing/pdf-text';
import { checkoutOf } from '../checkout-request';
import { expect, test } from '../fixtures';

const customer = (slug: string, name: string) => ({ customer: { ...checkoutOf(slug).customer, name } });

test('the PDF of a receipt shows a Chinese name', async ({ page, request, goods, buyer }) => {
  const slug = await goods.any();
  const { orderId } = await buyer.buy(slug, customer(slug, '王小明'));
  await page.goto(`/en/orders/${orderId}/receipt`);
  const link = page.getByRole('link', { name: 'Download receipt (PDF)' });
  const file = await request.get((await link.getAttribute('href')) ?? '');
  expect(
    pdfText(await file.body())
      .join('')
      .replaceAll('\n', ''),
  ).toContain('王小明, Falun');
});

test('a receipt with a name that no font can show is printed from the receipt’s page', async ({
  page,
  request,
  goods,
  buyer,
}) => {
  const slug = await goods.any();
  const { orderId } = await buyer.buy(slug, customer(slug, 'রবীন্দ্রনাথ'));
  await page.goto(`/en/orders/${orderId}/receipt`);
  await expect(page.getByText('রবীন্দ্রনাথ, Falun')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print the receipt' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download receipt (PDF)' })).toBeHidden();
  const file = await request.get(`/api/orders/${orderId}/receipt.pdf`);
  expect(file.status()).toBe(404);
});
