import { getBehindTheScenesTexts } from '../../lib/i18n/get-behind-the-scenes-texts';
import { test as base, expect, expectAccessible, expectToFit, variantsOf } from '../back-office';
import { type SecondServer, startSecondServer } from '../environment/second-server';
import { test as plain } from '../fixtures';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

// Needs its own server, because DEMO=on shows the buttons.
const test = base.extend<object, { server: SecondServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright requires an object pattern.
    async ({}, use) => {
      const server = await startSecondServer({ DEMO: 'on' }, { seeded: true });
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => {
    await use(`http://127.0.0.1:${server.port}`);
  },
});
test.describe.configure({ mode: 'default' });

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);
    test.skip(isRunningShop, needsOwnServer);

    test('a visitor makes a payment go wrong, and the page says what the shop did', async ({
      page,
      request,
      language,
      buyer,
    }) => {
      const m = getBehindTheScenesTexts(language).whatIf;
      const { payUrl, orderId } = await buyer.order('heather-honey', { language });
      const outcome = page.getByRole('status').filter({ hasText: m.outcomeTitle });
      await page.goto(payUrl);

      await page.getByRole('button', { name: m.buttons.money.label }).click();
      await expect(outcome).toContainText(m.done.money);
      await expectToFit(page);
      await expectAccessible(page);

      const stranger = await request.post(`/api/orders/${orderId}/what-if`, { form: { 'what-if': 'money' } });
      expect(stranger.status()).toBe(404);
      expect(await (await request.get(payUrl)).text()).not.toContain(m.title);

      await page.getByRole('button', { name: m.buttons.network.label }).click();
      await expect(page).toHaveURL(/\/receipt$/);
      const [said = ''] = m.done.network(4, '…').split('…');
      await expect(outcome).toContainText(said);
    });
  });
}

plain('a shop that is not a demonstration has no buttons and no route', async ({ page, goods, buyer }) => {
  const { payUrl, orderId } = await buyer.order(await goods.any());
  const path = `/api/orders/${orderId}/what-if`;
  expect((await page.request.post(path, { form: { 'what-if': 'money' } })).status()).toBe(404);
  const shown = await (await page.request.get(payUrl)).text();
  expect(shown).not.toContain(getBehindTheScenesTexts('en').whatIf.title);
});
