import type { Page, Request } from 'playwright/test';
import { expect, test } from '../fixtures';

/** The part of a page that a request prefetches, such as `/_head`. */
const prefetchedPart = (request: Request) => request.headers()['next-router-segment-prefetch'];

/** Watches the prefetch of the page at `path`. Next requests the parts that only this page has, in any order. */
function prefetchOf(page: Page, path: string) {
  const missing = ['/_head', '/$d$slug', '/__PAGE__'];
  page.on('requestfinished', (request) => {
    if (!request.url().includes(path)) return;
    const index = missing.findIndex((part) => prefetchedPart(request)?.endsWith(part));
    if (index >= 0) missing.splice(index, 1);
  });
  return { isComplete: () => expect.poll(() => missing, `parts of ${path} that are not prefetched`).toEqual([]) };
}

/** Collects scripts, and parts of the page at `path`, that are requested from now on. */
function requestsFor(page: Page, path: string): string[] {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() !== 'script' && !request.url().includes(path)) return;
    requested.push(`${request.url()} ${prefetchedPart(request) ?? ''}`);
  });
  return requested;
}

test('a click on a prefetched product requests no part of its page and no script, and keeps the icon of the tab', async ({
  page,
}) => {
  const product = '/products/stoneware-mug-morgon?';
  const prefetch = prefetchOf(page, product);
  await page.goto('/categories/kitchen-table');
  await prefetch.isComplete();
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

  const prefetch = prefetchOf(page, category);
  const link = page.getByRole('navigation', { name: 'Categories' }).getByRole('link', { name: 'Pantry' });
  await link.hover();
  await prefetch.isComplete();
  const requested = requestsFor(page, category);
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pantry' })).toBeVisible();
  expect(requested).toEqual([]);
});
