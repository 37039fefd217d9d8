import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright/test';
import type { AdminTexts } from '../../lib/i18n/get-admin-texts';
import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import type { FullLanguage } from '../../lib/i18n/languages';
import { sendForm } from '../admin';
import { expect, expectAccessible, expectToFit, test, variantsOf } from '../back-office';

// A test requests the page of a product that is no longer sold.
test.use({ expectedErrors: [[/status of 404/], { scope: 'test' }] });

const shopPath = (language: FullLanguage, path: string) => (language === 'sv' ? `/sv${path}` : path);

async function expectNote(page: Page, note: string): Promise<void> {
  await expect(page.getByRole('status')).toContainText(note);
  await expectToFit(page);
  await expectAccessible(page);
}

async function createProduct(page: Page, t: AdminTexts, name: string, category: string): Promise<void> {
  await page.goto('/admin/products');
  await page.getByRole('link', { name: t.products.create.link }).click();
  for (const language of ['en', 'sv'] as const) await page.locator(`#name-${language}`).fill(`${name} ${language}`);
  await page.getByLabel(t.products.category).selectOption({ label: category });
  await page.getByLabel(t.products.price('SEK')).fill('125');
  await page.getByLabel(t.products.columns.stock).fill('8');
  await page.getByRole('button', { name: t.products.create.submit }).click();
  await expect(page.getByRole('status')).toContainText(t.notes['new-product']);
}

for (const { name, options } of variantsOf('desktop')) {
  test.describe(name, () => {
    test.use(options);

    test('a category and its products, from their creation to the archive', async ({
      office: page,
      t,
      language,
      goods,
      buyer,
      books,
      kronor,
    }) => {
      const m = t.products;
      const suffix = randomUUID().slice(0, 8);
      const category = `${language === 'en' ? 'Lanterns' : 'Lyktor'} ${suffix}`;
      const slug = `${language === 'en' ? 'lanterns' : 'lyktor'}-${suffix}`;
      await page.goto('/admin/products');
      await page.getByRole('link', { name: m.categories.link }).click();
      await page.locator('#name-en').fill(category);
      await page.locator('#name-sv').fill(category);
      await page.locator('#slug').fill(slug);
      await page.getByRole('button', { name: m.categories.submit }).click();
      await expectNote(page, t.notes['new-category']);

      const shop = getShopTexts(language);
      const inMenu = page
        .getByRole('navigation', { name: shop.shop.categories })
        .getByRole('link', { name: category, exact: true });
      await page.goto(shopPath(language, `/categories/${slug}`));
      await expect(page.getByText(shop.category.empty)).toBeVisible();
      await expect(inMenu).toHaveCount(0);

      for (const product of ['Storm', 'Harbour']) await createProduct(page, t, `${product} ${slug}`, category);
      await expectNote(page, t.notes['new-product']);
      await page.goto(`/admin/products?category=${slug}`);
      const links = page.getByRole('table').getByRole('link');
      await expect(links).toHaveText([`Storm ${slug} ${language}`, `Harbour ${slug} ${language}`]);
      await page.getByRole('button', { name: m.move.up(`Harbour ${slug} ${language}`) }).click();
      await expect(links).toHaveText([`Harbour ${slug} ${language}`, `Storm ${slug} ${language}`]);
      await expectToFit(page);

      await links.last().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Storm ${slug} ${language}`);
      await page.getByLabel(m.onSale).check();
      await page.getByRole('button', { name: m.save }).click();
      await expectNote(page, m.missing.text.sv);
      await expect(page.getByLabel(m.onSale)).toBeChecked();
      for (const text of ['en', 'sv']) await page.locator(`#description-${text}`).fill('Burns for twelve hours.');
      await page.getByLabel(m.sku).fill(`LAMP-${slug}`);
      await page.getByRole('button', { name: m.save }).click();
      await expectNote(page, t.notes.saved);

      const storm = `storm-${slug}-en`;
      await page.goto(shopPath(language, `/categories/${slug}`));
      await page
        .getByRole('main')
        .getByRole('link', { name: `Storm ${slug}` })
        .click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Storm ${slug} ${language}`);
      await expect(inMenu).toBeVisible();
      await buyer.order(storm);
      expect(await goods.read(storm)).toMatchObject({ stock: 7, reserved: 1 });

      await page.goto(`/admin/products/${storm}`);
      await page.getByRole('link', { name: m.variants.link }).click();
      const [option, own, added] = language === 'en' ? ['Size', 'Small', 'Large'] : ['Storlek', 'Liten', 'Stor'];
      for (const text of ['en', 'sv']) {
        for (const [field, value] of Object.entries({ name: option, own, added }))
          await page.locator(`#${field}-${text}-0`).fill(`${value}`);
      }
      await expectToFit(page);
      await page.getByRole('button', { name: m.variants.submit }).click();
      await expectNote(page, t.notes['variant-added']);
      const large = `${storm}-${added.toLowerCase()}`;
      await expect(page).toHaveURL(new RegExp(`/${large}\\?`));
      await page.getByLabel(m.price('SEK')).fill('99');
      await page.getByLabel(m.columns.stock).fill('3');
      await page.getByLabel(m.onSale).check();
      await page.getByRole('button', { name: m.save }).click();
      await expectNote(page, t.notes.saved);
      await page.getByRole('link', { name: m.variants.edit }).click();
      await page.locator(`#v-${large}-${language}-0`).fill(`${added}!`);
      await page.getByRole('button', { name: m.variants.save }).click();
      await expectNote(page, t.notes.saved);

      await page.goto(shopPath(language, `/categories/${slug}`));
      const card = page.getByRole('main').getByRole('link', { name: `Storm ${slug}` });
      await expect(card).toHaveCount(1);
      await expect(card).toContainText(kronor(99));
      await card.click();
      const choice = page.getByRole('navigation', { name: option });
      await expect(choice.getByRole('link')).toHaveText([own, `${added}!`]);
      await expect(choice.getByRole('link', { name: own })).toHaveAttribute('aria-current', 'true');
      await choice.getByRole('link', { name: added }).click();
      await expect(page).toHaveURL(shopPath(language, `/products/${large}`));
      await expect(choice.getByRole('link', { name: added })).toHaveAttribute('aria-current', 'true');
      await expect(page.getByText(kronor(99)).first()).toBeVisible();
      await expectToFit(page);
      const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}');
      expect(data).toMatchObject({ '@type': 'ProductGroup', hasVariant: [{ sku: `LAMP-${slug}` }, { sku: large }] });
      await expectAccessible(page);
      const { orderId } = await buyer.order(large, { language });
      expect((await books.order(orderId)).number).toBeGreaterThan(0);
      expect(await goods.read(large)).toMatchObject({ stock: 2, reserved: 1 });
      await page.goto(shopPath(language, `/orders/${orderId}`));
      await expect(page.getByText(`Storm ${slug} ${language}, ${added}!`).first()).toBeVisible();

      await page.goto(`/admin/products?q=lamp-${slug}`);
      await expect(links).toHaveText([`Storm ${slug} ${language}, ${own}`]);
      await links.click();
      await page.getByRole('button', { name: m.actions.duplicate }).click();
      await expectNote(page, t.notes.copied);
      await expect(page).toHaveURL(new RegExp(`/${storm}-2\\?`));
      await page.getByText(m.actions.remove).click();
      await page.getByRole('button', { name: m.actions.removeConfirm }).click();
      await expectNote(page, t.notes.deleted);

      const refused = await sendForm(page.request, `/admin/products/${storm}/delete`);
      expect(refused.headers().location).toContain('note=ordered');
      await page.goto(`/admin/products/${storm}`);
      await page.getByLabel(m.price('SEK')).fill('123');
      await page.getByRole('button', { name: m.actions.archive }).click();
      await expectNote(page, t.notes.archived);
      await expect(page.getByLabel(m.price('SEK'))).toHaveValue('123');
      await expect(page.getByText(m.unsaved)).toBeVisible();
      expect(await goods.read(storm)).toMatchObject({ stock: 7, reserved: 1 });
      expect((await page.goto(shopPath(language, `/products/${storm}`)))?.status()).toBe(404);
      await page.goto(shopPath(language, `/categories/${slug}`));
      await expect(card).toHaveAttribute('href', shopPath(language, `/products/${large}`));
      await page.goto(`/admin/products?tab=archived&category=${slug}`);
      await expect(links).toHaveText([`Storm ${slug} ${language}, ${own}`]);

      await page.goto(`/admin/products/categories/${slug}`);
      await expect(page.getByText(m.categories.keepHint)).toBeVisible();
      await expectToFit(page);
      await page.goto(`/admin/audit?about=${storm}`);
      await expect(page.getByRole('row').filter({ hasText: t.audit.fields.archived })).toContainText(t.audit.yes);

      // A category without products for sale leaves the menu, which other tests use.
      await sendForm(page.request, `/admin/products/${large}/archive`);
      await page.goto(shopPath(language, `/categories/${slug}`));
      await expect(page.getByText(shop.category.empty)).toBeVisible();
      await expect(inMenu).toHaveCount(0);
    });
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false, locale: 'en-SE' });

  test('categories are created, moved and deleted', async ({ office: page, t }) => {
    const m = t.products.categories;
    const name = `Ropes ${randomUUID().slice(0, 8)}`;
    await page.goto('/admin/products/categories');
    await page.locator('#name-en').fill(name);
    await page.locator('#name-sv').fill('Rep');
    await page.getByRole('button', { name: m.submit }).click();
    await expect(page.getByText(t.notes['new-category'])).toBeVisible();
    const ropes = page.getByRole('main').getByRole('listitem').filter({ hasText: name });
    const neighbours = () =>
      ropes.evaluate((item) =>
        [item.previousElementSibling, item.nextElementSibling].map((other) => other?.querySelector('a')?.textContent),
      );
    // Another test may add or delete a category between the two readings.
    await expect(async () => {
      const [before] = await neighbours();
      await ropes.getByRole('button', { name: t.products.move.up(name) }).click();
      expect(await neighbours()).toEqual([expect.anything(), before]);
    }).toPass();
    await ropes.getByRole('link', { name }).click();
    await page.getByRole('button', { name: m.remove }).click();
    await expect(page.getByText(t.notes['deleted-category'])).toBeVisible();
    await expect(ropes).toHaveCount(0);
  });
});
