import type { Page } from 'playwright/test';
import type { AdminTexts } from '../../components/admin/texts/texts';
import type { Language } from '../../lib/i18n/languages';
import { signInByForm } from '../admin';
import { expect, expectToFit, test, ways } from '../back-office';
import { nameOf } from '../goods';

// A page of a product that is sold no more, on purpose.
test.use({ expectedErrors: [[/status of 404/], { scope: 'test' }] });

/** A print for each way, which no other test looks at: it stands in the catalogue, so its prerendered pages are seen too. */
const prints: Record<Language, { slug: string; title: string }> = {
  en: { slug: 'linocut-westerly', title: 'Westerly' },
  sv: { slug: 'linocut-three-pines', title: 'Tre tallar' },
};

/** Where the shop speaks that language. */
const shopPath = (language: Language, path: string) => (language === 'sv' ? `/sv${path}` : path);

async function save(page: Page, t: AdminTexts, note: string): Promise<void> {
  await page.getByRole('button', { name: t.products.save }).click();
  await expect(page.getByRole('status')).toContainText(note);
}

for (const { name, options } of ways) {
  test.describe(name, () => {
    test.use(options);

    test('a changed product shows on the shop’s own pages at once', async ({
      office: page,
      t,
      language,
      kronor,
      goods,
    }) => {
      const { slug, title } = prints[language];
      const changed = `${title} no. 2`;
      await page.goto(shopPath(language, '/categories/linocuts'));
      await expect(page.getByRole('main').getByRole('link', { name: title }).first()).toBeVisible();
      await page.goto(shopPath(language, `/products/${slug}`));
      const picture = page.getByRole('main').getByRole('img').first();
      await expect(picture).not.toHaveAttribute('src', /birch-butter-knife/);

      await page.goto('/admin/products');
      await page.getByRole('link', { name: title, exact: true }).click();
      const texts = page.getByRole('group', { name: t.products.languages[language] });
      await page.getByLabel(t.products.price('SEK')).fill('1 129,50');
      await page.getByLabel(t.products.columns.stock).fill('3');
      await page.getByLabel(t.products.image, { exact: true }).selectOption({ label: 'birch-butter-knife.svg' });
      await texts.getByLabel(t.products.texts.name).fill(changed);
      await texts.getByLabel(t.products.texts.description).fill('<b>One</b> line & another.');
      await save(page, t, t.notes.saved);
      expect(goods.read(slug)).toMatchObject({ price: 1129_50, stock: 3 });

      await page.getByRole('link', { name: t.products.see }).click();
      await expect(page.getByRole('heading', { name: changed, level: 1 })).toBeVisible();
      await expect(page).toHaveURL(shopPath(language, `/products/${slug}`));
      await expect(page.getByText(kronor(1129.5)).first()).toBeVisible();
      await expect(page.getByText('<b>One</b> line & another.')).toBeVisible();
      await expect(picture).toHaveAttribute('src', /birch-butter-knife/);
      await page.goto(shopPath(language, '/categories/linocuts'));
      const card = page.getByRole('main').getByRole('listitem').filter({ hasText: changed });
      await expect(card).toContainText(kronor(1129.5));

      await page.goto(`/admin/products/${slug}`);
      await page.getByLabel(t.products.columns.stock).fill('0');
      await save(page, t, t.notes.saved);
      await page.goto(shopPath(language, `/products/${slug}`));
      await expect(page.getByRole('main').getByRole('button', { name: /Add to cart|Lägg i varukorgen/ })).toHaveCount(
        0,
      );

      await page.goto(`/admin/products/${slug}`);
      await page.getByLabel(t.products.onSale).uncheck();
      await save(page, t, t.notes.saved);
      await page.goto('/admin/products');
      await expect(page.getByRole('row').filter({ hasText: changed })).toContainText(t.products.offSale);
      await expectToFit(page);
      expect((await page.goto(shopPath(language, `/products/${slug}`)))?.status()).toBe(404);
      await page.goto(shopPath(language, '/categories/linocuts'));
      await expect(card).toHaveCount(0);
    });

    test('prices, stock and texts that are none are refused in words', async ({ office: page, t, goods }) => {
      const slug = goods.add({ price: 100_00, stock: 4 });
      await page.goto(`/admin/products/${slug}`);
      // The browser would not send some of these; the server has to refuse them all the same.
      await page.locator('form[action$="/save"]').evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
      const price = page.getByLabel(t.products.price('SEK'));
      const description = page.getByLabel(t.products.texts.description).first();
      await description.fill('A long text, which nobody wants to write twice.');
      await page.getByLabel(t.products.onSale).uncheck();
      await page.getByLabel(t.products.columns.stock).fill('3');
      await price.fill('cheap');
      await save(page, t, t.notes['product-price']);
      await expect(price).toHaveValue('cheap');
      await expect(description).toHaveValue('A long text, which nobody wants to write twice.');
      await expect(page.getByLabel(t.products.onSale)).not.toBeChecked();
      await expect(page.getByLabel(t.products.columns.stock)).toHaveValue('3');
      const send = async (change: Record<string, string>) => {
        const fields = { price: '100', stock: '4', shownStock: '4', image: '/products/birch-butter-knife.svg' };
        const texts = { 'name-en': 'A', 'name-sv': 'A', 'description-en': 'A', 'description-sv': 'A' };
        const form = { ...fields, ...texts, published: 'on', ...change };
        const response = await page.request.post(`/admin/products/${slug}/save`, { form, maxRedirects: 0 });
        return response.headers().location ?? '';
      };
      for (const [change, problem] of [
        [{ price: '0' }, 'price'],
        [{ price: '-1' }, 'price'],
        [{ price: '1.234' }, 'price'],
        [{ price: '1e3' }, 'price'],
        [{ stock: '-1' }, 'stock'],
        [{ stock: '1.5' }, 'stock'],
        [{ stock: 'many' }, 'stock'],
        [{ image: 'https://evil.example/x.png' }, 'image'],
        [{ image: '/products/../../etc/passwd' }, 'image'],
        [{ 'name-sv': ' ' }, 'text'],
      ] as const) {
        expect(await send(change), JSON.stringify(change)).toContain(`note=product-${problem}`);
      }
      expect(goods.read(slug)).toMatchObject({ price: 100_00, stock: 4 });
      await page.goto(`/products/${slug}`);
      await expect(page.getByRole('heading', { name: nameOf(slug), level: 1 })).toBeVisible();
    });
  });
}

test('a product that is not there cannot be changed', async ({ request }) => {
  await signInByForm(request);
  const response = await request.post('/admin/products/not-there/save', { form: { price: '1' } });
  expect(response.status()).toBe(404);
});
