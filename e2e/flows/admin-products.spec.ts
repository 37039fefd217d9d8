import type { Page } from 'playwright/test';
import type { AdminTexts } from '../../lib/i18n/get-admin-texts';
import type { FullLanguage } from '../../lib/i18n/languages';
import { sendForm, signInByForm } from '../admin';
import { expect, expectToFit, test, variantsOf } from '../back-office';
import { nameOf } from '../goods';

// A test requests the page of a product that is no longer sold.
test.use({ expectedErrors: [[/status of 404/], { scope: 'test' }] });

/** Returns the shop's path in that language. */
const shopPath = (language: FullLanguage, path: string) => (language === 'sv' ? `/sv${path}` : path);

async function save(page: Page, t: AdminTexts, note: string): Promise<void> {
  await page.getByRole('button', { name: t.products.save }).click();
  await expect(page.getByRole('status')).toContainText(note);
}

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('updates the shop’s pages immediately when a product changes', async ({
      office: page,
      t,
      language,
      kronor,
      goods,
    }) => {
      // Moves the product into a category of the catalogue, so that prerendered pages list it.
      const slug = await goods.add();
      const title = nameOf(slug);
      const changed = `${title} no. 2`;
      await page.goto(`/admin/products/${slug}`);
      await page.getByLabel(t.products.category).selectOption('linocuts');
      await save(page, t, t.notes.saved);
      await page.goto(shopPath(language, '/categories/linocuts'));
      await expect(page.getByRole('main').getByRole('link', { name: title }).first()).toBeVisible();
      await page.goto(shopPath(language, `/products/${slug}`));
      const picture = page.getByRole('main').getByRole('img').first();
      await expect(picture).not.toHaveAttribute('src', /linocut-westerly/);

      await page.goto(`/admin/products?q=${slug}`);
      await page.getByRole('link', { name: title, exact: true }).click();
      const texts = page.getByRole('group', { name: t.products.languages[language] });
      await page.getByLabel(t.products.price('SEK')).fill('1 129,50');
      await page.getByLabel(t.products.columns.stock).fill('3');
      await texts.getByLabel(t.products.texts.name).fill(changed);
      await texts.getByLabel(t.products.texts.description, { exact: true }).fill('<b>One</b> line & another.');
      await save(page, t, t.notes.saved);
      expect(await goods.read(slug)).toMatchObject({ price: 1129_50, stock: 3 });

      const m = t.products.pictures;
      await page.getByLabel(m.available).selectOption({ label: 'linocut-westerly.svg' });
      await page.getByRole('button', { name: m.add }).click();
      await page.getByRole('button', { name: `${m.first}: ${m.of(2, 2)}` }).click();
      await expect(page.getByRole('img', { name: m.of(1, 2) })).toHaveAttribute('src', /linocut-westerly/);

      await page.getByRole('link', { name: t.products.see }).click();
      await expect(page.getByRole('heading', { name: changed, level: 1 })).toBeVisible();
      await expect(page).toHaveURL(shopPath(language, `/products/${slug}`));
      await expect(page.getByText(kronor(1129.5)).first()).toBeVisible();
      await expect(page.getByText('<b>One</b> line & another.')).toBeVisible();
      await expect(picture).toHaveAttribute('src', /linocut-westerly/);
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
      await page.goto(`/admin/products?q=${slug}`);
      await expect(page.getByRole('row').filter({ hasText: changed })).toContainText(t.products.offSale);
      await expectToFit(page);
      expect((await page.goto(shopPath(language, `/products/${slug}`)))?.status()).toBe(404);
      await page.goto(shopPath(language, '/categories/linocuts'));
      await expect(card).toHaveCount(0);
    });

    test('saves once on a double click, and shows what has changed since the form was loaded', async ({
      office: page,
      request,
      t,
      language,
      kronor,
      goods,
    }) => {
      const slug = await goods.add({ price: 100_00, stock: 4 });
      await page.goto(`/admin/products/${slug}`);
      await page.getByLabel(t.products.columns.stock).fill('6');
      await page.getByRole('button', { name: t.products.save }).dblclick();
      await expect(page.getByRole('status')).toContainText(t.notes.saved);
      expect(await goods.read(slug)).toMatchObject({ stock: 6 });

      await signInByForm(request, 'Bo');
      const texts = { 'name-en': 'Bowl', 'name-sv': 'Skål', 'description-en': 'Turned.', 'description-sv': 'Svarvad.' };
      const image = '/products/birch-butter-knife.svg';
      const form = { version: '1', price: '120', stock: '6', shownStock: '6', image, published: 'on', ...texts };
      await sendForm(request, `/admin/products/${slug}/save`, form);

      const price = page.getByLabel(t.products.price('SEK'));
      await price.fill('110');
      await save(page, t, t.notes['product-overtaken']);
      expect(await goods.read(slug)).toMatchObject({ price: 120_00 });
      const changes = page.getByRole('region', { name: new RegExp(t.products.changes.title('Bo', '')) });
      await expect(changes).toContainText(`${kronor(100)} → ${kronor(120)}`);
      await expect(price).toHaveValue('110');
      const name = page.getByRole('group', { name: t.products.languages[language] }).getByLabel(t.products.texts.name);
      await expect(name).toHaveValue(texts[`name-${language}`]);
      await expectToFit(page);
      await save(page, t, t.notes.saved);
      await expect(name).toHaveValue(texts[`name-${language}`]);
      expect(await goods.read(slug)).toMatchObject({ price: 110_00, stock: 6 });
    });

    test('asks before what was typed is lost, and shows it again after Back and Forward', async ({
      office: page,
      t,
      goods,
    }) => {
      const m = t.products;
      const slug = await goods.add();
      await page.goto(`/admin/products?q=${slug}`);
      const link = page.getByRole('table').getByRole('link');
      await link.click();
      const price = page.getByLabel(m.price('SEK'));
      await price.fill('77');
      const answer = (accept: boolean) =>
        page.once('dialog', async (dialog) => {
          expect(dialog.message()).toBe(m.leave);
          await (accept ? dialog.accept() : dialog.dismiss());
        });
      const duplicate = page.getByRole('button', { name: m.actions.duplicate });
      for (const leaving of [duplicate, page.getByRole('link', { name: m.variants.link })]) {
        answer(false);
        await leaving.click();
        await expect(price).toHaveValue('77');
      }
      await page.goBack();
      await expect(link).toHaveCount(1);
      await page.goForward();
      await expect(page.getByText(m.unsaved)).toBeVisible();
      await expect(price).toHaveValue('77');
      answer(true);
      await duplicate.click();
      await expect(page.getByRole('status')).toContainText(t.notes.copied);
      await page.getByText(m.actions.remove).click();
      await page.getByRole('button', { name: m.actions.removeConfirm }).click();
      await expect(page.getByRole('status')).toContainText(t.notes.deleted);
    });

    test('refuses invalid prices, stock and texts with a message', async ({ office: page, t, goods }) => {
      const slug = await goods.add({ price: 100_00, stock: 4 });
      await page.goto(`/admin/products/${slug}`);
      // The browser would not send some of these; the server must refuse them too.
      await page.locator('form[action$="/save"]').evaluate((form: HTMLFormElement) => {
        form.noValidate = true;
      });
      const price = page.getByLabel(t.products.price('SEK'));
      const description = page.getByLabel(t.products.texts.description, { exact: true }).first();
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
        const fields = {
          version: '0',
          price: '100',
          stock: '4',
          shownStock: '4',
          image: '/products/birch-butter-knife.svg',
        };
        const texts = { 'name-en': 'A', 'name-sv': 'A', 'description-en': 'A', 'description-sv': 'A' };
        const form = { ...fields, ...texts, published: 'on', ...change };
        const response = await sendForm(page.request, `/admin/products/${slug}/save`, form);
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
      expect(await goods.read(slug)).toMatchObject({ price: 100_00, stock: 4 });
      await page.goto(`/products/${slug}`);
      await expect(page.getByRole('heading', { name: nameOf(slug), level: 1 })).toBeVisible();
    });
  });
}

test('answers 404 for an unknown product', async ({ request }) => {
  await signInByForm(request);
  const response = await sendForm(request, '/admin/products/not-there/save', { price: '1' });
  expect(response.status()).toBe(404);
});
