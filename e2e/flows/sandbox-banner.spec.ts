import { spawnSync } from 'node:child_process';
import { getMessages } from '../../lib/i18n/get-messages';
import { freePort } from '../../scripts/serve.mjs';
import { nextBin } from '../../scripts/steps.mjs';
import { expect, expectToFit, test, ways } from '../back-office';
import { placeOrder } from '../checkout-request';
import { testFolder, testVariables } from '../environment/variables.mjs';
import { shopPages } from '../route-tree';

for (const { name, options } of ways) {
  test.describe(name, () => {
    test.use(options);

    test('every page of the shop says that no real money is moved', async ({ page, language, goods }) => {
      const { shop } = getMessages(language);
      const slug = goods.add();
      const { orderId } = await placeOrder(page.request, slug, { language });
      const start = language === 'sv' ? '/sv' : '';
      const patterns = shopPages();
      expect(patterns.length).toBeGreaterThan(10);
      for (const pattern of patterns) {
        const isCategory = pattern.startsWith('/categories');
        const path = pattern.replace('[id]', orderId).replace('[slug]', isCategory ? 'pantry' : slug);
        const response = await page.request.get(start + path);
        expect([path, response.status()]).toEqual([path, pattern === '/not-found' ? 404 : 200]);
        expect(await response.text(), path).toContain(shop.demo);
      }
      const nowhere = await page.request.get('/no/such/page');
      expect(nowhere.status()).toBe(404);
      expect(await nowhere.text()).toContain(getMessages('en').shop.demo);

      await page.goto(start || '/');
      const banner = page.getByRole('complementary', { name: shop.demoLabel });
      await expect(banner).toContainText(shop.demo);
      await expect(banner.getByRole('link')).toHaveAttribute('href', '/sandbox/app');
      await expectToFit(page);
    });
  });
}

test('a build that says so does not start for a SEQR service elsewhere', async ({ baseURL }) => {
  const port = await freePort();
  const env = {
    ...process.env,
    ...testVariables(testFolder(new URL(baseURL ?? '').port), port),
    SEQR_WSDL_URL: 'https://seqr.example/soap?wsdl',
  };
  const start = [nextBin, 'start', '-p', String(port), '-H', '127.0.0.1'];
  const { status, stdout } = spawnSync(process.execPath, start, { env, encoding: 'utf8', timeout: 30_000 });
  expect(stdout).toContain('Run: npm run build');
  expect(status).toBe(1);
});
