import type { Page, Request } from 'playwright/test';
import { expect, test } from '../fixtures';

/** True for a prefetch of the page's own content, the segment `__PAGE__`. */
const isPrefetch = (request: Request) =>
  Boolean(request.headers()['next-router-segment-prefetch']?.endsWith('__PAGE__'));

/** Collects the addresses of scripts, and of parts of the page at `path`, that are requested from now on. */
function requestsFor(page: Page, path: string): string[] {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script' || request.url().includes(path)) requested.push(request.url());
  });
  return requested;
}

test('a click on a prefetched product requests no part of its page and no script, and keeps the icon of the tab', async ({
  page,
}) => {
  const product = '/products/stoneware-mug-morgon?';
  const prefetched = page.waitForResponse(
    (response) => response.url().includes(product) && isPrefetch(response.request()),
  );
  await page.goto('/categories/kitchen-table');
  await prefetched;
  await page.waitForLoadState('networkidle');
  const icon = await page.locator('link[rel="icon"]').elementHandle();
  const requested = requestsFor(page, product);
  await page.getByRole('link', { name: 'Morgon stoneware mug' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Morgon stoneware mug' })).toBeVisible();
  expect(requested).toEqual([]);
  expect(await icon?.evaluate((element) => element.isConnected)).toBe(true);
});

test('a category of the menu is prefetched only when a visitor points at it', async ({ page }) => {
  const category = '/categories/pantry?';
  const early = requestsFor(page, category);
  await page.goto('/products/stoneware-mug-morgon');
  await page.waitForLoadState('networkidle');
  expect(early.filter((address) => address.includes(category))).toEqual([]);

  const prefetched = page.waitForResponse(
    (response) => response.url().includes(category) && isPrefetch(response.request()),
  );
  const link = page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Pantry' });
  await link.hover();
  await prefetched;
  await page.waitForLoadState('networkidle');
  const requested = requestsFor(page, category);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pantry' })).toBeVisible();
  expect(requested).toEqual([]);
});
