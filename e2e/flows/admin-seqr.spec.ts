import { testVariables } from '../../scripts/shared/test-environment.mjs';
import { sendForm } from '../admin';
import { expect, expectToFit, test, variantsOf } from '../back-office';

const passwords = ['12345678', testVariables('', 0).ADMIN_PASSWORD ?? '', 's3cret-till'];

for (const { name, options } of variantsOf('desktop')) {
  test.describe(name, () => {
    test.use(options);

    test('tests the connection and registers a till, without showing a password', async ({ office: page, t }) => {
      await page.goto('/admin/seqr');
      await page.getByRole('link', { name: t.seqr.testStart }).click();
      for (const check of ['wsdl', 'terminal', 'reseller', 'notification'] as const) {
        await expect(page.getByText(t.seqr.checks[check].good)).toBeVisible();
      }
      await expect(page.getByText(t.seqr.sandbox)).toBeVisible();
      await expectToFit(page);

      const id = page.getByLabel(t.seqr.fields.externalId);
      const password = page.getByLabel(t.seqr.fields.password);
      const register = page.getByRole('button', { name: t.seqr.register });
      await id.fill(`till-${options.language}`);
      await page.getByLabel(t.seqr.fields.name, { exact: true }).fill('Till one');
      await password.fill('s3cret-till');
      await register.click();
      await expect(page.getByRole('status').getByText(/^[0-9a-f]{32}$/)).toBeVisible();
      await expect(page.getByRole('status')).not.toContainText('SEQR_TERMINAL_ID');
      await expect(page.getByText(t.seqr.registeredHint)).toBeVisible();
      for (const secret of passwords) expect(await page.content()).not.toContain(secret);
      await expectToFit(page);
    });

    test('refuses an invalid till with a message', async ({ office: page, t }) => {
      for (const [fields, note] of [
        [{ externalId: '', name: 'Till', password: 's3cret-till' }, 'terminal-fields'],
        [{ externalId: 'till', name: 'Till', password: 'abc' }, 'terminal-fields'],
        [{ externalId: 'till\u0000', name: 'Till', password: 's3cret-till' }, 'terminal-fields'],
      ] as const) {
        const response = await sendForm(page.request, '/admin/seqr/terminals', fields);
        expect(response.headers().location, JSON.stringify(fields)).toContain(`note=${note}`);
        expect(response.headers().location).not.toContain(fields.password);
      }
      await page.goto('/admin/seqr?note=terminal-fields');
      await expect(page.getByRole('status')).toContainText(t.notes['terminal-fields']);
    });
  });
}
