import type { Page } from 'playwright/test';
import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import type { FullLanguage } from '../../lib/i18n/languages';
import { drawPicture } from '../../lib/testing/pictures';
import { expect, expectAccessible, expectToFit, test, variantsOf } from '../back-office';
import { chooseFile } from '../choose-file';
import { nameOf } from '../goods';

const shopPath = (language: FullLanguage, path: string) => (language === 'sv' ? `/sv${path}` : path);

async function expectGood(page: Page): Promise<void> {
  await expectToFit(page);
  await expectAccessible(page);
}

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('uploaded pictures are in the shop immediately, in their order, until they are removed', async ({
      office: page,
      t,
      language,
      request,
      baseURL,
      goods,
    }) => {
      const slug = await goods.add();
      const title = nameOf(slug);
      const [m, shop] = [t.products.pictures, getShopTexts(language).product];
      const productPage = shopPath(language, `/products/${slug}`);
      const click = async (button: string, note: string) => {
        await page.getByRole('button', { name: button, exact: true }).click();
        await expect(page.getByRole('status')).toContainText(note);
      };
      const upload = async (buffer: Buffer, file: string) => {
        await page.getByLabel(m.file, { exact: true }).setInputFiles({ name: file, mimeType: 'image/png', buffer });
        await expect(page.getByRole('img', { name: m.chosen })).toBeVisible();
        await click(m.upload, t.notes['picture-added']);
      };
      await page.goto(`/admin/products/${slug}`);
      await page.getByLabel(t.products.category).selectOption('linocuts');
      await click(t.products.save, t.notes.saved);
      await page.goto(productPage);
      await expect(page.getByRole('region', { name: shop.pictures })).toHaveCount(0);
      const preview = page.locator('meta[property="og:image"]');
      await expect(preview).toHaveAttribute('content', /\/open-graph\.png$/);

      await page.goto(`/admin/products/${slug}`);
      const price = page.getByLabel(t.products.price('SEK'));
      await price.fill('777');
      await upload(await drawPicture(1700, 1100, '#b33').jpeg().toBuffer(), 'red.png');
      await expect(price).toHaveValue('777');
      await expect(page.getByText(t.products.unsaved)).toBeVisible();
      await upload(await drawPicture(600, 900, '#36c').avif().toBuffer(), '../../../../blue.avif');
      await expect(page.getByRole('img', { name: m.of(3, 3) })).toBeVisible();
      await expectGood(page);

      await page.goto(productPage);
      const pictures = page.getByRole('region', { name: shop.pictures }).getByRole('img');
      await expect(pictures).toHaveCount(3);
      const sources = await pictures.evaluateAll((all: HTMLImageElement[]) =>
        all.map((one) => one.getAttribute('src')),
      );
      expect(sources).toEqual([
        expect.stringMatching(/\.svg$/),
        expect.stringMatching(/-1600x1035-800\.webp$/),
        expect.stringMatching(/-600x900-600\.webp$/),
      ]);
      await expect(pictures.nth(2)).toHaveAccessibleName(/ 3 (of|av) 3$/);
      const thumbnail = (index: number) => page.getByRole('link', { name: shop.showPicture(index, 3) });
      await expect(thumbnail(1)).toHaveAttribute('aria-current', 'true');
      await thumbnail(3).press('Enter');
      await expect(pictures.nth(2)).toBeInViewport({ ratio: 0.5 });
      await expect.poll(() => pictures.nth(2).evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
      await expect(pictures.nth(0)).not.toBeInViewport();
      await expect(thumbnail(3)).toHaveAttribute('aria-current', 'true');
      await expect(page).toHaveURL(productPage);
      await expectGood(page);

      await page.goto(`/admin/products/${slug}`);
      await click(`${m.first}: ${m.of(3, 3)}`, t.notes['picture-saved']);
      await click(`${m.remove}: ${m.of(2, 3)}`, t.notes['picture-saved']);
      await page.goto(`/admin/products?q=${slug}`);
      await expect(page.getByRole('row').filter({ hasText: title }).locator('img')).toHaveAttribute('src', /-600x900-/);
      await page.goto(shopPath(language, '/categories/linocuts'));
      const card = page.getByRole('main').getByRole('listitem').filter({ hasText: title });
      await expect(card.locator('img')).toHaveAttribute('srcset', /-600x900-400\.webp 400w/);

      await page.goto(productPage);
      await expect(pictures).toHaveCount(2);
      const address = `${await preview.getAttribute('content')}`;
      expect(address).toMatch(/^http:.*\/media\/[0-9a-f]{32}-600x900\.jpg$/);
      const jpeg = await request.get(address.replace(new URL(address).origin, `${baseURL}`));
      expect([jpeg.status(), jpeg.headers()['content-type']]).toEqual([200, 'image/jpeg']);
      await expect(page.locator('meta[property="og:image:height"]')).toHaveAttribute('content', '900');
      const data = JSON.parse(`${await page.locator('script[type="application/ld+json"]').textContent()}`);
      expect(data.image).toEqual([address, expect.stringMatching(/-1600x1035\.jpg$/)]);

      await page.goto(`/admin/audit?subject=product&about=${slug}`);
      await expect(page.getByRole('row').filter({ hasText: t.audit.fields.image }).first()).toContainText('/media/');
      await page.goto(`/admin/products/${slug}`);
      await click(`${m.remove}: ${m.of(2, 2)}`, t.notes['picture-saved']);
      await click(`${m.remove}: ${m.of(1, 1)}`, t.notes['picture-saved']);
      await expect(page.getByText(m.none)).toBeVisible();
      await page.goto(productPage);
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
      await expect(page.getByRole('article').getByRole('img')).toHaveCount(0);
      await expectGood(page);
      await page.goto(`/admin/products/${slug}`);
      await page.getByLabel(t.products.onSale).uncheck();
      await click(t.products.save, t.notes.saved);
    });

    test('refuses files that are not pictures, damaged or too large, and says why', async ({
      office: page,
      t,
      goods,
    }) => {
      const slug = await goods.add();
      const m = t.products.pictures;
      await page.goto(`/admin/products/${slug}`);
      const png = await drawPicture(900, 900).png({ compressionLevel: 0 }).toBuffer();
      const ofSize = (bytes: number) => Buffer.concat([png, Buffer.alloc(bytes - png.length)]);
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      for (const [content, problem] of [
        [svg, 'type'],
        [Buffer.from('%PDF-1.7'), 'type'],
        [png.subarray(0, 100_000), 'damaged'],
        [await drawPicture(1, 1).png().toBuffer(), 'small'],
        [ofSize(10_000_001), 'large'],
        [ofSize(12_000_000), 'large'],
      ] as const) {
        await chooseFile(page.getByLabel(m.file, { exact: true }), 'a.png', content);
        await page.getByRole('button', { name: m.upload }).click();
        await expect(page.getByRole('status')).toContainText(t.notes[`picture-${problem}`]);
        await expect(page.getByRole('img', { name: m.of(1, 1) })).toBeVisible();
      }
      await expectGood(page);
    });
  });
}
