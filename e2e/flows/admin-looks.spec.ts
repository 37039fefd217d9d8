import { signInByForm } from '../admin';
import { findViolations } from '../axe';
import { expect, expectToFit, test, variants } from '../back-office';
import { adminPages } from '../route-tree';

// The test also opens a period and an email that do not exist, because the not-found page must look right too.
test.use({ expectedErrors: [[/status of 404/], { scope: 'test' }] });

for (const { name, options } of variants) {
  test.describe(name, () => {
    test.use(options);

    test('every page shows the test banner, fits the screen and is accessible', async ({
      page,
      language,
      t,
      goods,
      buyer,
      books,
    }) => {
      const { orderId } = await buyer.order(await goods.add());
      const number = String((await books.order(orderId)).number);
      const look = async (path: string) => {
        await page.goto(path);
        await expect(page).toHaveURL(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await expect(page.getByRole('complementary', { name: t.sandboxLabel })).toContainText(t.sandbox);
        await expectToFit(page);
        // Forms that only change cookies need no key.
        const forms = page.locator('form[method="post"]:not([action*="/session"], [action="/admin/language"])');
        const withoutKey = () =>
          forms.evaluateAll(
            (all) =>
              all.filter((form) => {
                const keys = [...form.querySelectorAll<HTMLInputElement>('[name="key"]')].map(({ value }) => value);
                return !/^[\w-]{16,}$/.test(keys.join(' '));
              }).length,
          );
        await expect.poll(withoutKey).toBe(0);
        expect.soft(await findViolations(page), path).toEqual([]);
      };
      const signInPage = '/admin/sign-in';
      await look(signInPage);
      await signInByForm(page.request);
      // The import page redirects without an uploaded file; admin-import.spec.ts checks it with one.
      const elsewhere = [signInPage, '/admin/products/import/[id]'];
      for (const pattern of adminPages().filter((path) => !elsewhere.includes(path))) {
        const path = pattern.replace('[number]', number).replace('categories/[slug]', 'categories/pantry');
        await look(path.replace('[slug]', 'heather-honey').replace('[id]', 'x'));
      }
    });
  });
}
