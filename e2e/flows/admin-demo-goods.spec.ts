import Database from 'better-sqlite3';
import { expect, expectToFit, test, variantsOf } from '../back-office';
import { checkoutOf } from '../checkout-request';
import { runScript, startSecondServer } from '../environment/second-server';
import { adminPassword, isRunningShop, needsOwnServer } from '../shop-under-test';

test.skip(isRunningShop, needsOwnServer);

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('the demo goods are removed on request, except those that somebody has ordered or changed', async ({
      page,
      t,
    }) => {
      const server = await startSecondServer({}, { seeded: true });
      const shop = `http://127.0.0.1:${server.port}`;
      const books = new Database(server.shopDatabase.slice('file:'.length));
      try {
        const order = await page.request.post(`${shop}/api/checkout`, { data: checkoutOf('rye-crispbread') });
        expect(order.status()).toBe(201);
        books.exec(`UPDATE ProductText SET name = 'My own mug' WHERE productSlug = 'stoneware-mug-morgon'`);
        const form = { name: 'Åsa', password: adminPassword };
        await page.request.post(`${shop}/admin/session`, { form, maxRedirects: 0 });

        await page.goto(`${shop}/admin/products`);
        await page.getByRole('link', { name: t.demoGoods.link }).click();
        const m = t.demoGoods;
        for (const group of [m.groups.deleted(27), m.groups['taken-off'](1), m.groups.kept(1)])
          await expect(page.getByRole('heading', { name: group })).toBeVisible();
        await expectToFit(page);
        await page.getByRole('button', { name: m.remove }).click();

        await expect(page.getByText(t.notes['demo-removed'])).toBeVisible();
        await expect(page.getByRole('row')).toHaveCount(3);
        await expect(page.getByRole('link', { name: m.link })).toHaveCount(0);
        await expectToFit(page);
        await page.goto(`${shop}/admin/orders/10001`);
        await expect(page.getByRole('main')).toContainText(/crispbread|knäckebröd/i);

        await page.goto(shop);
        const shown = page.getByRole('main').getByRole('link', { name: 'My own mug' });
        await expect(shown.first()).toBeVisible();
        expect((await page.request.get(`${shop}/products/rye-crispbread`)).status()).toBe(404);
        expect((await page.request.get(`${shop}/products/heather-honey`)).status()).toBe(404);
        // A later start does not bring them back.
        await runScript('scripts/seed.ts', { ...process.env, DATABASE_URL: server.shopDatabase });
        expect(books.prepare('SELECT count(*) FROM Product').pluck().get()).toBe(2);
      } finally {
        books.close();
        await server.stop();
      }
    });
  });
}

test('a shop that starts without goods says so', async ({ page }) => {
  const server = await startSecondServer({});
  const shop = `http://127.0.0.1:${server.port}`;
  try {
    const env = { ...process.env, DATABASE_URL: server.shopDatabase };
    await runScript('scripts/seed.ts --empty', env);
    await runScript('scripts/seed.ts', env);
    await page.goto(shop);
    await expect(page.getByText('There is nothing for sale yet.')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Categories' }).getByRole('link')).toHaveCount(0);
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(0);
    await expectToFit(page);
    expect((await page.request.get(`${shop}/sitemap.xml`)).status()).toBe(200);
  } finally {
    await server.stop();
  }
});
