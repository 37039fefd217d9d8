import { expect, test } from '../fixtures';

test('a click on a product loads no script and keeps the icon of the tab', async ({ page }) => {
  await page.goto('/categories/kitchen-table');
  const icon = await page.locator('link[rel="icon"]').elementHandle();
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.getByRole('link', { name: 'Morgon stoneware mug' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Morgon stoneware mug' })).toBeVisible();
  expect(scripts).toEqual([]);
  expect(await icon?.evaluate((element) => element.isConnected)).toBe(true);
});
