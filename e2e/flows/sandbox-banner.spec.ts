import { getShopTexts } from '../../lib/i18n/get-shop-texts';
import { ownMerchant } from '../../lib/merchant';
import { expect, expectToFit, test, variants } from '../back-office';
import { startSecondServer } from '../environment/second-server';
import { shopPages } from '../route-tree';
import { isRunningShop, needsOwnServer, testApiKey } from '../shop-under-test';

/** Pages that answer 404: the one for unknown addresses, and one that only a demonstration has. */
const missing = ['/not-found', '/orders/[id]/mails'];

for (const { name, options } of variants) {
  test.describe(name, () => {
    test.use(options);

    test('every shop page shows the test banner', async ({ page, language, goods, buyer }) => {
      const { shop } = getShopTexts(language);
      const slug = await goods.add();
      const { orderId } = await buyer.order(slug, { language });
      const start = language === 'sv' ? '/sv' : '';
      const patterns = shopPages();
      expect(patterns.length).toBeGreaterThan(10);
      for (const pattern of patterns) {
        const isCategory = pattern.startsWith('/categories');
        const path = pattern.replace('[id]', orderId).replace('[slug]', isCategory ? 'pantry' : slug);
        const response = await page.request.get(start + path);
        expect([path, response.status()]).toEqual([path, missing.includes(pattern) ? 404 : 200]);
        expect(await response.text(), path).toContain(shop.demo);
      }
      for (const unknown of ['/no/such/page', '/nowhere.php']) {
        const nowhere = await page.request.get(unknown);
        expect([unknown, nowhere.status()]).toEqual([unknown, 404]);
        expect(await nowhere.text()).toContain(getShopTexts('en').shop.demo);
      }

      await page.goto(start || '/');
      const banner = page.getByRole('complementary', { name: shop.demoLabel });
      await expect(banner).toContainText(shop.demo);
      await expect(banner.getByRole('link')).toHaveAttribute('href', '/sandbox/app');
      await expectToFit(page);
    });
  });
}

test('the same build has no banner with another SEQR service', async ({ request }) => {
  test.skip(isRunningShop, needsOwnServer);
  const server = await startSecondServer({
    SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl',
    SEQR_TIMEOUT: '1',
    // The demonstration's merchant must not sell for real money.
    MERCHANT: '',
    // The test API must not exist beside real money.
    TEST_API_KEY: '',
  });
  try {
    const headers = { Authorization: `Bearer ${testApiKey}` };
    const ask = async (method: string, path: string) => {
      const response = await request.fetch(`http://127.0.0.1:${server.port}${path}`, { method, headers });
      return [method, response.status(), response.headers()['content-type'], await response.text()];
    };
    for (const path of ['/api/test', '/api/test/products', '/api/test/orders/x', '/api/test/mails?recipient=a']) {
      for (const method of ['GET', 'POST', 'OPTIONS'])
        expect(await ask(method, path), path).toEqual(await ask(method, '/api/nothing'));
    }
    for (const path of ['/', '/terms', '/no/such/page', '/nowhere.php']) {
      const page = await (await request.get(`http://127.0.0.1:${server.port}${path}`)).text();
      expect(page, path).toContain(ownMerchant.name.replaceAll('&', '&amp;'));
      expect(page, path).not.toContain(getShopTexts('en').shop.demo);
    }
  } finally {
    await server.stop();
  }
});
