import type { Page } from 'playwright/test';
import { newAddress } from '../addresses';
import { sendForm, signInByForm } from '../admin';
import { test as base, expect, expectAccessible, expectToFit, variantsOf } from '../back-office';

const password = 'heron at the lake';

/** Each test has its own address, because wrong passwords count per address. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires an object pattern.
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': newAddress() }),
});

async function expectGood(page: Page): Promise<void> {
  await expectToFit(page);
  await expectAccessible(page);
}

for (const { name, options } of variantsOf('desktop')) {
  test.describe(name, () => {
    test.use(options);

    test('staff change a price under their own name until the owner removes them', async ({
      office: owner,
      browser,
      baseURL,
      t,
      kronor,
      goods,
    }) => {
      const slug = await goods.add({ price: 100_00 });
      const person = `Bo ${slug.slice(-6)}`;
      await owner.goto('/admin/people');
      await owner.getByLabel(t.people.name, { exact: true }).fill(person);
      await owner.getByLabel(t.people.password, { exact: true }).fill(password);
      await owner.getByRole('button', { name: t.people.add }).click();
      await expect(owner.getByRole('status')).toHaveText(t.people.notes.added);
      await expectGood(owner);

      const context = await browser.newContext({ ...options, baseURL: baseURL ?? '' });
      const staff = await context.newPage();
      await staff.goto(`/admin/products/${slug}`);
      await staff.getByLabel(t.signIn.name).fill(person);
      await staff.getByLabel(t.signIn.password).fill(password);
      await staff.getByRole('button', { name: t.signIn.submit }).click();
      await staff.getByLabel(/^(Price|Pris) \(/).fill('129.50');
      await staff.getByRole('button', { name: t.products.save }).click();
      await expect(staff.getByRole('status')).toContainText(t.notes.saved);
      await expect(staff.getByRole('button', { name: t.signOut })).toHaveAttribute('title', t.signedInAs(person));
      await staff.goto('/admin/people');
      await expect(staff.getByRole('heading', { name: t.people.own })).toBeVisible();
      await expect(staff.getByText(t.people.add)).toHaveCount(0);
      await expectGood(staff);
      for (const path of ['add', 'remove', 'reset-password']) {
        const refused = await sendForm(context.request, `/admin/people/${path}`, { name: 'Åsa', password });
        expect([path, refused.status()]).toEqual([path, 404]);
      }

      await owner.getByRole('link', { name: t.people.changesOf(person) }).click();
      await expect(owner.getByRole('heading', { name: t.audit.title, level: 1 })).toBeVisible();
      await expect(owner.getByLabel(t.audit.person)).toHaveValue(person);
      const row = owner.getByRole('row').filter({ hasText: t.audit.fields.price });
      await expect(row).toContainText(person);
      await expect(row.getByRole('deletion')).toHaveText(kronor(100));
      await expect(row.getByRole('insertion')).toHaveText(kronor(129.5));
      await expectGood(owner);
      const csv = await owner.request.get(`/admin/audit/export?${new URLSearchParams({ person })}`);
      expect(await csv.text()).toMatch(/100[.,]00[,;]129[.,]50/);
      await row.getByRole('link').click();
      await expect(owner).toHaveURL(`/admin/products/${slug}`);

      await owner.goto('/admin/people');
      await owner.getByRole('button', { name: t.people.removeOf(person) }).click();
      await expect(owner.getByRole('status')).toHaveText(t.people.notes.removed);
      await expectGood(owner);
      const late = await sendForm(context.request, `/admin/products/${slug}/save`, { price: '1' });
      expect(late.status()).toBe(401);
      await staff.reload();
      await expect(staff.getByRole('heading', { name: t.signIn.title })).toBeVisible();
      await staff.getByLabel(t.signIn.name).fill(person);
      await staff.getByLabel(t.signIn.password).fill(password);
      await staff.getByRole('button', { name: t.signIn.submit }).click();
      await expect(staff.getByRole('alert').filter({ hasText: t.signIn.wrong })).toBeVisible();
      await context.close();
    });
  });
}

test('staff change their own password, and sign in with the new one', async ({ page, request, goods, t }) => {
  const person = `Cy ${(await goods.add()).slice(-6)}`;
  await signInByForm(request);
  await sendForm(request, '/admin/people/add', { name: person, password });
  const signIn = async (given: string) => {
    await page.getByLabel(t.signIn.name).fill(person);
    await page.getByLabel(t.signIn.password).fill(given);
    await page.getByRole('button', { name: t.signIn.submit }).click();
  };
  await page.goto('/admin/people');
  await signIn(password);
  await page.getByLabel(t.people.current).fill('not the password');
  await page.getByLabel(t.people.new).fill('grey heron 43');
  await page.getByRole('button', { name: t.people.change }).click();
  await expect(page.getByRole('status')).toHaveText(t.people.notes.wrong);
  await page.getByLabel(t.people.current).fill(password);
  await page.getByLabel(t.people.new).fill('grey heron 43');
  await page.getByRole('button', { name: t.people.change }).click();
  await expect(page.getByText(t.signIn.passwordChanged)).toBeVisible();
  await signIn('grey heron 43');
  await expect(page.getByRole('heading', { name: t.nav.overview, level: 1 })).toBeVisible();
});
