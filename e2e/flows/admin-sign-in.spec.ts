import { newAddress } from '../addresses';
import { signIn, signInByForm } from '../admin';
import { test as base, expect, variantsOf } from '../back-office';
import { adminPassword, isRunningShop, needsAdmin, needsOwnLimits } from '../shop-under-test';

/** Each test has its own address, because wrong passwords count per address. */
const test = base.extend({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright requires an object pattern.
  extraHTTPHeaders: async ({}, use) => use({ 'X-Forwarded-For': newAddress() }),
});

test.skip(adminPassword === '', needsAdmin);

for (const { name, options } of variantsOf('phone')) {
  test.describe(name, () => {
    test.use(options);

    test('signs in with name and password, and ends the session on signing out', async ({ page, context, t }) => {
      await page.goto('/admin/orders?state=PAID');
      await expect(page.getByRole('heading', { name: t.signIn.title })).toBeVisible();
      await page.getByLabel(t.signIn.name).fill('Åsa');
      await page.getByLabel(t.signIn.password).fill('not the password');
      await page.getByRole('button', { name: t.signIn.submit }).click();
      await expect(page.getByRole('alert').filter({ hasText: t.signIn.wrong })).toBeVisible();
      await page.getByLabel(t.signIn.name).fill('Åsa');
      await page.getByLabel(t.signIn.password).fill(adminPassword);
      await page.getByRole('button', { name: t.signIn.submit }).click();
      await expect(page.getByRole('heading', { name: t.orders.title, level: 1 })).toBeVisible();

      const [cookie] = (await context.cookies()).filter(({ name }) => name === 'admin-session');
      expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/admin' });
      const signOut = page.getByRole('button', { name: t.signOut });
      await expect(signOut).toHaveAttribute('title', t.signedInAs('Åsa'));
      await signOut.click();
      await expect(page.getByText(t.signIn.signedOut)).toBeVisible();
      if (cookie) await context.addCookies([cookie]);
      await page.goto('/admin/orders');
      await expect(page.getByRole('heading', { name: t.signIn.title })).toBeVisible();
    });
  });
}

test('a form that is sent after the session has expired changes nothing', async ({
  office: page,
  t,
  goods,
  buyer,
  books,
  expireSession,
}) => {
  const { orderId } = await buyer.buy(await goods.add());
  await page.goto(`/admin/orders/${(await books.order(orderId)).number}`);
  await expireSession();
  await page.getByRole('button', { name: t.order.deliver }).click();
  await expect(page.getByText(t.signIn.expired)).toBeVisible();
  expect(await books.order(orderId)).toMatchObject({ deliveredAt: null });
});

test('refuses forged, truncated, joined and changed cookies', async ({ page, context, baseURL, t }) => {
  await signInByForm(page.request);
  const [cookie] = (await context.cookies()).filter(({ name }) => name === 'admin-session');
  const [claim = '', signature = ''] = cookie?.value.split('.') ?? [];
  const read = JSON.parse(Buffer.from(claim, 'base64url').toString());
  const saying = (change: object) => Buffer.from(JSON.stringify({ ...read, ...change })).toString('base64url');
  const forged = {
    'no signature': claim,
    'an empty signature': `${claim}.`,
    'a made-up signature': `${claim}.${'A'.repeat(43)}`,
    'a signature cut short': `${claim}.${signature.slice(0, -2)}`,
    'a signature with more after it': `${claim}.${signature}AAAA`,
    'a claim cut short': `${claim.slice(0, -4)}.${signature}`,
    'another name': `${saying({ actor: 'Mallory' })}.${signature}`,
    'a later expiry': `${saying({ expiresAt: read.expiresAt + 1 })}.${signature}`,
    'two cookies in one': `${claim}.${signature}.${signature}`,
    'a signature alone': `.${signature}`,
    'a foreign cookie': 'true',
    'a zero byte': '%00',
    'a very long cookie': `${claim}.${'A'.repeat(3000)}`,
  };
  for (const [what, value] of Object.entries(forged)) {
    await context.addCookies([{ name: 'admin-session', value, url: `${baseURL}/admin` }]);
    await page.goto('/admin/orders');
    await expect(page.getByRole('heading', { name: t.signIn.title }), what).toBeVisible();
    await expect(page.getByRole('navigation'), what).toHaveCount(0);
    const program = await page.request.get('/admin/orders/export');
    expect(program.status(), what).toBe(401);
  }
  await context.addCookies([{ name: 'admin-session', value: `${claim}.${signature}`, url: `${baseURL}/admin` }]);
  await page.goto('/admin/orders');
  await expect(page.getByRole('heading', { name: t.orders.title, level: 1 }), 'the original cookie').toBeVisible();
});

test('redirects only to the back office after signing in', async ({ request }) => {
  for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/administrator', '/cart']) {
    const response = await request.post('/admin/session', {
      form: { name: '', password: adminPassword, next },
      maxRedirects: 0,
    });
    expect(response.headers().location, next).toBe('/admin');
  }
});

test('blocks an address after wrong passwords', async ({ request }) => {
  test.skip(isRunningShop, needsOwnLimits);
  // Wrong passwords also count per name.
  const name = newAddress();
  const guess = (password: string) => request.post('/admin/session', { form: { name, password }, maxRedirects: 0 });
  for (let count = 0; count < 10; count++) expect((await guess('wrong')).headers().location).toContain('note=wrong');
  expect((await guess(adminPassword)).headers().location).toContain('note=too-many');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('signs in, finds and cancels an order, and changes the language', async ({ page, goods, buyer, books }) => {
    const { orderId } = await buyer.order(await goods.add());
    const { number } = await books.order(orderId);
    await signIn(page);
    await page.goto('/admin/orders');
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page.getByRole('searchbox', { name: 'Sök' }).fill(`T-${number}`);
    await page.getByRole('button', { name: 'Visa ordrar', exact: true }).click();
    await page.getByRole('link', { name: `T-${number}` }).click();
    await expect(page.getByRole('heading', { name: `Order T-${number}` })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
    await page.getByRole('button', { name: 'Avbryt ordern' }).click();
    await expect(page.getByText('Ordern är avbruten.', { exact: true })).toBeVisible();
  });
});
