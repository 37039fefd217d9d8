import { expect, test } from '../fixtures';

test('a click on a prefetched product asks for no part of its page and no script, and keeps the icon of the tab', async ({
  page,
}) => {
  const product = '/products/stoneware-mug-morgon?';
  const prefetched = page.waitForResponse(
    (response) =>
      response.url().includes(product) &&
      Boolean(response.request().headers()['next-router-segment-prefetch']?.endsWith('__PAGE__')),
  );
  await page.goto('/categories/kitchen-table');
  await prefetched;
  await page.waitForLoadState('networkidle');
  const icon = await page.locator('link[rel="icon"]').elementHandle();
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script' || request.url().includes(product)) asked.push(request.url());
  });
  await page.getByRole('link', { name: 'Morgon stoneware mug' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Morgon stoneware mug' })).toBeVisible();
  expect(asked).toEqual([]);
  expect(await icon?.evaluate((element) => element.isConnected)).toBe(true);
});
