import type { Page } from 'playwright/test';
import { findViolations } from '../axe';
import { expect, phoneDevice, test } from '../fixtures';

const violations = async (page: Page) => {
  const violations = await findViolations(page);
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
};
const fieldOf = (page: Page, name = 'Search products') => page.getByRole('combobox', { name });
const names = (page: Page) => page.locator('main').getByRole('heading', { level: 2 });

for (const { name, options } of [
  { name: 'on a computer', options: {} },
  { name: 'on a phone', options: phoneDevice },
]) {
  test.describe(name, () => {
    test.use(options);

    test('the field suggests products by keyboard', async ({ page }) => {
      await page.goto('/');
      const field = fieldOf(page);
      const list = page.getByRole('listbox', { name: 'Suggestions' });
      await field.pressSequentially('honay');
      const honey = list.getByRole('option', { name: /^Heather honey/ });
      await expect(honey).toBeVisible();
      await expect(field).toHaveAttribute('aria-expanded', 'true');
      expect(await violations(page)).toEqual([]);
      await field.press('ArrowDown');
      await expect(honey).toHaveAttribute('aria-selected', 'true');
      await expect(field).toHaveAttribute('aria-activedescendant', (await honey.getAttribute('id')) ?? '');
      await field.press('Escape');
      await expect(list).toBeHidden();
      await expect(field).toHaveValue('honay');
      await field.press('Backspace');
      await expect(honey).toBeVisible();
      await field.press('ArrowUp');
      await field.press('Enter');
      await expect(page).toHaveURL(/\/products\/[\w-]+$/);

      await fieldOf(page).fill('honey');
      await honey.click();
      await expect(page).toHaveURL('/products/heather-honey');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Heather honey');
    });

    test('a search has its filters in the address, and Back and Forward follow them', async ({ page }) => {
      await page.goto('/');
      await fieldOf(page).fill('linen');
      await fieldOf(page).press('Enter');
      await expect(page).toHaveURL('/search?q=linen');
      await expect(page).toHaveTitle(/^Results for “linen”/);
      // The other four match by their category, Wool & linen.
      await expect(names(page)).toHaveText([/^Linen tea towels/, 'Linen apron', ...Array(4).fill(/./)]);
      await expect(fieldOf(page)).toHaveValue('linen');
      expect(await violations(page)).toEqual([]);

      await page.getByRole('link', { name: 'Highest price' }).click();
      await expect(page).toHaveURL('/search?q=linen&sort=price-down');
      await page.getByText('Price and stock').click();
      await page.getByLabel('Price from (SEK)').fill('600');
      await page.getByLabel('Price to (SEK)').fill('700');
      await page.getByLabel('Only products in stock').check();
      await page.getByRole('button', { name: 'Apply filters' }).click();
      await expect(page).toHaveURL(/\/search\?q=linen&sort=price-down&price-min=600&price-max=700&in-stock=on$/);
      await expect(names(page)).toHaveText(['Linen apron']);
      expect(await violations(page)).toEqual([]);
      await page.getByRole('link', { name: /^Remove the filter “From/ }).click();
      await expect(page).toHaveURL('/search?q=linen&sort=price-down&price-max=700&in-stock=on');
      await expect(names(page).first()).toHaveText('Linen apron');
      await expect(names(page).nth(1)).toBeVisible();
      await page.goBack();
      await expect(names(page)).toHaveText(['Linen apron']);
      await page.goBack();
      await expect(page).toHaveURL('/search?q=linen&sort=price-down');
      await expect(names(page)).toHaveCount(6);
      await page.goBack();
      await expect(page).toHaveURL('/search?q=linen');
      await expect(page.getByRole('link', { name: 'Best match' })).toHaveAttribute('aria-current', 'true');
      await page.goForward();
      await expect(page.getByRole('link', { name: 'Highest price' })).toHaveAttribute('aria-current', 'true');
    });

    test('a search that finds nothing says what to do', async ({ page }) => {
      await page.goto(`/search?q=${encodeURIComponent('<script>zzzzz “%')}`);
      await expect(names(page)).toHaveText('No product matches “<script>zzzzz “%”');
      expect(await violations(page)).toEqual([]);
      await page.goto('/search?q=honey&price-min=9000');
      await page.getByRole('main').getByRole('link', { name: 'Remove all filters' }).click();
      await expect(page).toHaveURL('/search?q=honey');
      await expect(names(page)).toHaveText(['Heather honey']);
    });
  });
}

test('removing a filter also clears its field', async ({ page }) => {
  await page.goto('/search?q=honey&price-min=1&in-stock=on');
  await page.getByRole('link', { name: 'Remove all filters' }).first().click();
  await expect(page).toHaveURL('/search?q=honey');
  await expect(page.getByLabel('Only products in stock')).not.toBeChecked();
  await expect(page.getByLabel('Price from (SEK)')).toHaveValue('');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a search with a wrong letter, a filter, an order and a category work', async ({ page }) => {
    await page.goto('/sv');
    await fieldOf(page, 'Sök varor').fill('ljunghonumg');
    await page.getByRole('button', { name: 'Sök' }).click();
    await expect(page).toHaveURL('/sv/search?q=ljunghonumg');
    await expect(page.getByText('Här är varorna för ”ljunghonung”.')).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Sök varor' })).toHaveValue('ljunghonumg');
    await page.getByRole('link').filter({ hasText: 'Ljunghonung' }).click();
    await expect(page).toHaveURL('/sv/products/heather-honey');

    await page.goto('/categories/kitchen-table');
    await page.getByRole('link', { name: 'Lowest price' }).click();
    await expect(page).toHaveURL('/search?category=kitchen-table&sort=price');
    await page.getByText('Price and stock').click();
    await page.getByLabel('Price to (SEK)').fill('200');
    await page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(page).toHaveURL(/category=kitchen-table&sort=price&price-min=&price-max=200$/);
    await expect(page.getByRole('link', { name: /^Remove the filter “Up to/ })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kitchen & table');
  });
});

test('search pages are not indexed and name one canonical address', async ({ page, baseURL }) => {
  await page.goto('/search?q=honey&sort=price');
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex, follow');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', `${baseURL}/search`);
  await page.getByRole('banner').getByRole('link', { name: 'Svenska' }).click();
  await expect(page).toHaveURL('/sv/search?q=honey&sort=price');
});

test('suggestions are bounded, cacheable and refuse an unknown language', async ({ request }) => {
  const ask = (query: Record<string, string>) => request.get(`/api/suggestions?${new URLSearchParams(query)}`);
  const found = await ask({ q: 'e', language: 'en' });
  expect(found.headers()['cache-control']).toContain('public, max-age=5');
  expect((await found.json()).suggestions.length).toBeLessThanOrEqual(6);
  for (const q of ['', '%', '"', '🍯', 'x'.repeat(5_000)])
    expect(await (await ask({ q })).json(), q.slice(0, 9)).toEqual({ suggestions: [] });
  expect((await ask({ q: 'honey', language: 'tlh' })).status()).toBe(400);
});
