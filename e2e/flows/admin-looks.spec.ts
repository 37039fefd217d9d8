import AxeBuilder from '@axe-core/playwright';
import { signInByForm } from '../admin';
import { expect, expectToFit, test, ways } from '../back-office';
import { placeOrder } from '../checkout-request';
import { adminPages } from '../route-tree';

// A page of a period or a mail that is not there, on purpose: that page has to look well too.
test.use({ expectedErrors: [[/status of 404/], { scope: 'test' }] });
test.describe.configure({ timeout: 180_000 });

for (const { name, options } of ways) {
  test.describe(name, () => {
    test.use(options);

    test('every page says that no real money is moved, fits the screen and is accessible', async ({
      page,
      language,
      t,
      request,
      goods,
      books,
    }) => {
      const { orderId } = await placeOrder(request, goods.add());
      const number = String(books.order(orderId).number);
      const look = async (path: string) => {
        await page.goto(path);
        await expect(page).toHaveURL(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('complementary', { name: t.sandboxLabel })).toContainText(t.sandbox);
        await expectToFit(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect.soft(violations, path).toEqual([]);
      };
      const signInPage = '/admin/sign-in';
      await look(signInPage);
      await signInByForm(page.request);
      for (const pattern of adminPages().filter((path) => path !== signInPage)) {
        await look(pattern.replace('[number]', number).replace('[slug]', 'heather-honey').replace('[id]', 'x'));
      }
    });
  });
}
