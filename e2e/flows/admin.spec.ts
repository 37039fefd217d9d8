import AxeBuilder from '@axe-core/playwright';
import { adminPassword, signIn, signInByForm } from '../admin';
import { placeOrder } from '../checkout-request';
import { expect, test } from '../fixtures';
import { nameOf } from '../goods';

// A page of the back office that is asked for without a session, on purpose.
test.use({ expectedErrors: [[/status of (401|403|404)/], { scope: 'test' }] });

test.describe('the door', () => {
  test('opens to the password, under a name, and closes for good on signing out', async ({ page, context }) => {
    await page.goto('/admin/orders?state=PAID');
    await expect(page.getByRole('heading', { name: 'Sign in to the back office' })).toBeVisible();
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'not the password' })).toBeVisible();
    await page.getByLabel('Password').fill(adminPassword);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible();

    const [cookie] = (await context.cookies()).filter(({ name }) => name === 'tallbacka-admin');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/admin' });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByText('You are signed out.')).toBeVisible();
    if (cookie) await context.addCookies([cookie]);
    await page.goto('/admin/orders');
    await expect(page.getByRole('heading', { name: 'Sign in to the back office' })).toBeVisible();
  });

  test('stays shut to forged and foreign cookies', async ({ page, context, baseURL }) => {
    const claim = Buffer.from('{"id":"x","actor":"Mallory","expiresAt":9999999999999}').toString('base64url');
    for (const value of [claim, `${claim}.`, `${claim}.${'A'.repeat(43)}`, 'true', '%00']) {
      await context.addCookies([{ name: 'tallbacka-admin', value, url: `${baseURL}/admin` }]);
      await page.goto('/admin/orders');
      await expect(page.getByRole('heading', { name: 'Sign in to the back office' })).toBeVisible();
      await expect(page.getByRole('navigation')).toHaveCount(0);
    }
  });

  test('leads nowhere but into the back office', async ({ request }) => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example', '/administrator', '/cart']) {
      const response = await request.post('/admin/session', {
        form: { name: '', password: adminPassword, next },
        maxRedirects: 0,
      });
      expect(response.headers().location, next).toBe('/admin');
    }
  });

  test('closes to an address that guesses', async ({ request }) => {
    const guess = (password: string) =>
      request.post('/admin/session', {
        form: { password },
        headers: { 'X-Forwarded-For': '198.51.100.7' },
        maxRedirects: 0,
      });
    for (let count = 0; count < 10; count++) expect((await guess('wrong')).headers().location).toContain('note=wrong');
    expect((await guess(adminPassword)).headers().location).toContain('note=too-many');
  });

  test('lets no action through without a session or from another site', async ({
    request,
    goods,
    books,
    playwright,
    baseURL,
  }) => {
    const { orderId } = await placeOrder(request, goods.add());
    const { number } = books.order(orderId);
    const actions = [
      ...['cancel', 'deliver', 'lines', 'receipt', 'transfers', 'refunds', 'refunds/x'].map(
        (action) => `/admin/orders/${number}/${action}`,
      ),
      '/admin/products/x/save',
      '/admin/seqr/terminals',
    ];
    for (const path of actions) {
      const response = await request.post(path, { form: { outcome: 'done' }, maxRedirects: 0 });
      expect(response.status(), path).toBe(401);
    }
    expect((await request.get('/admin/orders/export')).status()).toBe(401);
    const signedIn = await playwright.request.newContext(baseURL ? { baseURL } : {});
    await signInByForm(signedIn);
    for (const path of [...actions, '/admin/session', '/admin/session/end', '/admin/language']) {
      const headers = { Origin: 'https://evil.example' };
      const response = await signedIn.post(path, { form: { outcome: 'done' }, headers, maxRedirects: 0 });
      expect(response.status(), path).toBe(403);
      expect((await signedIn.get(path, { maxRedirects: 0 })).status(), path).not.toBe(303);
    }
    await signedIn.dispose();
    expect(books.order(orderId).state).toBe('PENDING');
  });
});

for (const device of ['desktop', 'phone'] as const) {
  test(`an order is found, paid back by line, by sum and wholly, and its history tells it (${device})`, async ({
    page: desktop,
    phone,
    request,
    goods,
    books,
    sandbox,
  }) => {
    const page = device === 'phone' ? phone : desktop;
    const slug = goods.add({ price: 100_00 });
    const { orderId, invoiceReference } = await placeOrder(request, slug, { items: [{ slug, quantity: 3 }] });
    await sandbox.pay(invoiceReference);
    await expect.poll(() => books.order(orderId).state).toBe('PAID');
    const { number } = books.order(orderId);

    await signIn(page);
    await page.goto('/admin/orders');
    await page.getByRole('searchbox', { name: 'Search' }).fill(invoiceReference);
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('link', { name: `T-${number}` }).click();
    await expect(page.getByRole('heading', { name: `Order T-${number}` })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cancel the order' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Mark as sent' }).click();
    await expect(page.getByRole('status')).toContainText('Marked as sent');

    const refund = async (fill: () => Promise<void>, sum: RegExp) => {
      await page.getByRole('link', { name: 'Refund…' }).click();
      await fill();
      await page.getByRole('button', { name: 'Look at the sum…' }).click();
      await expect(page.getByRole('heading', { name: sum })).toBeVisible();
      await page.getByRole('button', { name: sum }).click();
      await expect(page.getByRole('status')).toContainText('The money is paid back.');
    };
    await refund(async () => {
      await page.getByRole('radio', { name: 'Pieces' }).check();
      await page.getByRole('textbox', { name: new RegExp(slug) }).fill('1');
      await page.getByLabel('Reason').fill('One was chipped');
    }, /Pay back.*100/);
    expect(books.order(orderId).state).toBe('PARTIALLY_REFUNDED');
    await refund(async () => {
      await page.getByRole('radio', { name: 'A sum' }).check();
      await page.getByLabel('Sum (SEK)').fill('49,50');
      await page.getByLabel('Reason').fill('Late delivery');
    }, /Pay back.*49[.,]50/);
    await refund(async () => {
      await page.getByLabel('Reason').fill('Sent it all back');
    }, /Pay back.*199[.,]50/);

    expect(books.order(orderId)).toMatchObject({ state: 'REFUNDED' });
    expect(books.refunds(orderId).map(({ amount, state, actor }) => [amount, state, actor])).toEqual([
      [100_00, 'DONE', 'Åsa'],
      [49_50, 'DONE', 'Åsa'],
      [199_50, 'DONE', 'Åsa'],
    ]);
    await expect(page.getByRole('link', { name: 'Refund…' })).toHaveCount(0);
    const history = page.getByRole('region', { name: 'History' });
    for (const line of ['Marked as sent by Åsa.', /Refund of.*199[.,]50.*was asked for by Åsa/, 'Attempt 1: Paid']) {
      await expect(history.getByText(line).first()).toBeVisible();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });
}

test('a confirmation that is sent twice pays back once; a stale, forged or absurd one nothing', async ({
  page,
  request,
  goods,
  books,
  sandbox,
}) => {
  const { orderId, invoiceReference } = await placeOrder(request, goods.add({ price: 100_00 }));
  await sandbox.pay(invoiceReference);
  await expect.poll(() => books.order(orderId).state).toBe('PAID');
  const path = `/admin/orders/${books.order(orderId).number}/refunds`;
  await signInByForm(page.request);
  const send = async (change: Record<string, string>) => {
    const form = { mode: 'amount', amount: '60', confirmed: '6000 SEK', reason: 'x', key: 'k'.repeat(22), ...change };
    const response = await page.request.post(path, { form, maxRedirects: 0 });
    return response.headers().location ?? '';
  };
  const wrong = [
    { amount: '0', confirmed: '0 SEK' },
    { amount: '-5', confirmed: '-500 SEK' },
    { amount: '149.01', confirmed: '14901 SEK' },
    { amount: 'all', confirmed: 'NaN SEK' },
    { confirmed: '6000 EUR' },
    { confirmed: '5000 SEK' },
    { reason: ' ' },
    { key: '' },
    { mode: 'lines', q0: '2', confirmed: '20000 SEK' },
    { mode: 'lines', q0: '1e0', confirmed: '10000 SEK' },
    { payment: 'transfer' },
  ];
  for (const change of wrong) expect(await send(change), JSON.stringify(change)).toContain('problem=');
  expect(books.refunds(orderId)).toEqual([]);

  const answers = await Promise.all([send({}), send({}), send({})]);
  for (const answer of answers) expect(answer).toMatch(/note=refund-(DONE|REQUESTED)/);
  expect(books.refunds(orderId).map(({ amount }) => amount)).toEqual([60_00]);
  const both = await Promise.all([send({ key: 'a'.repeat(22) }), send({ key: 'b'.repeat(22) })]);
  expect(both.filter((answer) => answer.includes('too-much'))).toHaveLength(1);
  expect(books.refunds(orderId)).toHaveLength(2);
});

test('an unpaid order is canceled at SEQR; one that was paid meanwhile is booked', async ({
  page,
  request,
  goods,
  books,
  sandbox,
}) => {
  const slug = goods.add({ stock: 5 });
  const unpaid = await placeOrder(request, slug);
  await signIn(page);
  await page.goto(`/admin/orders/${books.order(unpaid.orderId).number}`);
  await page.getByRole('button', { name: 'Cancel the order' }).click();
  await expect(page.getByRole('status')).toContainText('The order is canceled.');
  await expect(page.getByText('Cancellation was asked for by Åsa.')).toBeVisible();
  expect((await sandbox.read(unpaid.invoiceReference)).status).toBe('CANCELED');
  expect(goods.read(slug)).toMatchObject({ stock: 5, reserved: 0 });
  await page.request.post(`/admin/orders/${books.order(unpaid.orderId).number}/deliver`);
  expect(books.order(unpaid.orderId).state).toBe('CANCELED');
});

test('a bank transfer in two parts pays an order', async ({ page, request, goods, books }) => {
  const slug = goods.add({ price: 100_00 });
  const response = await placeOrder(request, slug, { paymentMethod: 'invoice' });
  const { number } = books.order(response.orderId);
  await signIn(page);
  await page.goto(`/admin/orders/${number}`);
  await page.getByLabel('Sum that came in').fill('100');
  await page.getByRole('button', { name: 'Book the transfer' }).click();
  await expect(page.getByRole('status')).toContainText('Some of the sum is still to come.');
  await expect(page.getByLabel('Sum that came in')).toHaveValue('49.00');
  await page.getByRole('button', { name: 'Book the transfer' }).click();
  await expect(page.getByRole('status')).toContainText('The order is paid.');
  expect(books.order(response.orderId).state).toBe('PAID');
  expect(goods.read(slug)).toMatchObject({ sold: 1 });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('signing in, finding, and the language work', async ({ page, request, goods, books }) => {
    const { orderId } = await placeOrder(request, goods.add());
    const { number } = books.order(orderId);
    await signIn(page);
    await page.goto('/admin/orders');
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page.getByRole('searchbox', { name: 'Sök' }).fill(`T-${number}`);
    await page.getByRole('button', { name: 'Visa', exact: true }).click();
    await page.getByRole('link', { name: `T-${number}` }).click();
    await expect(page.getByRole('heading', { name: `Order T-${number}` })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
    await page.getByRole('button', { name: 'Avbryt ordern' }).click();
    await expect(page.getByText('Ordern är avbruten.')).toBeVisible();
  });
});

test('the buyer’s open page and SEQR’s invoice follow when something is taken out of an unpaid order', async ({
  page,
  request,
  goods,
  books,
  sandbox,
  browser,
  watchErrors,
}) => {
  const slug = goods.add({ price: 100_00, stock: 5 });
  const { orderId, payUrl, invoiceReference } = await placeOrder(request, slug, { items: [{ slug, quantity: 3 }] });
  const buyer = await browser.newContext();
  watchErrors(buyer);
  const pay = await buyer.newPage();
  await pay.goto(payUrl);
  const sum = pay.getByRole('complementary').last();
  await expect(sum).toContainText('349');

  await signIn(page);
  await page.goto(`/admin/orders/${books.order(orderId).number}`);
  await page.getByText('Take pieces out').click();
  await page.getByLabel(nameOf(slug)).fill('1');
  await page.getByRole('button', { name: 'Change the order' }).click();
  await expect(page.getByRole('status')).toContainText('The order is changed.');
  await expect(page.getByText(/Changed from.*349.*to.*149.*by Åsa/)).toBeVisible();
  expect((await sandbox.read(invoiceReference)).total).toBe('149.00');
  expect(goods.read(slug)).toMatchObject({ stock: 4, reserved: 1 });
  await expect(sum).toContainText('149', { timeout: 15_000 });
  await buyer.close();

  await sandbox.pay(invoiceReference);
  await expect.poll(() => books.order(orderId)).toMatchObject({ state: 'PAID', total: 149_00 });
});

test('a refund that SEQR never answered waits for a person, who settles it', async ({
  page,
  request,
  goods,
  books,
  sandbox,
}) => {
  const { orderId, invoiceReference } = await placeOrder(request, goods.add({ price: 100_00 }));
  await sandbox.pay(invoiceReference);
  await expect.poll(() => books.order(orderId).state).toBe('PAID');
  const { number } = books.order(orderId);
  await signIn(page);
  await page.goto(`/admin/orders/${number}/refund`);
  await page.getByLabel('Reason').fill('Returned');
  await page.getByRole('button', { name: 'Look at the sum…' }).click();
  await sandbox.misbehave(invoiceReference, { kind: 'close', operation: 'refundPayment', times: 1 });
  await page.getByRole('button', { name: /Pay back/ }).click();
  await expect(page.getByRole('status')).toContainText('SEQR did not answer.');
  await page.goto('/admin');
  const attention = page.getByRole('region', { name: /need/ });
  await attention
    .getByRole('listitem')
    .filter({ hasText: `T-${number}` })
    .getByRole('link')
    .click();
  await page.getByRole('button', { name: 'It was paid back', exact: true }).click();
  await expect(page.getByRole('status')).toContainText('Written down.');
  expect(books.order(orderId).state).toBe('REFUNDED');
});

for (const device of ['desktop', 'phone'] as const) {
  test(`a changed product shows in the shop at once (${device})`, async ({ page: desktop, phone, goods }) => {
    const page = device === 'phone' ? phone : desktop;
    const slug = goods.add({ price: 100_00 });
    await page.goto(`/products/${slug}`);
    await expect(page.getByText(/100/).first()).toBeVisible();
    await signIn(page);
    await page.goto('/admin/products');
    await page.getByRole('link', { name: nameOf(slug) }).click();
    await page.getByLabel('Price (SEK)').fill('129,50');
    await page.getByLabel('Stock').fill('0');
    await page.getByRole('group', { name: 'In English' }).getByLabel('Name').fill('Another name');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toContainText('Saved.');
    expect(goods.read(slug)).toMatchObject({ price: 129_50, stock: 0 });
    await page.goto(`/products/${slug}`);
    await expect(page.getByRole('heading', { name: 'Another name' })).toBeVisible();
    await expect(page.getByText(/129[.,]50/).first()).toBeVisible();
    await page.goto(`/admin/products/${slug}`);
    await page.getByLabel('On sale').uncheck();
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status')).toContainText('Saved.');
    expect((await page.goto(`/products/${slug}`))?.status()).toBe(404);
  });

  test(`the overview and the SEQR page read well (${device})`, async ({ page: desktop, phone }) => {
    const page = device === 'phone' ? phone : desktop;
    await signIn(page);
    for (const path of ['/admin', '/admin/orders', '/admin/products', '/admin/seqr?test=1']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations, path).toEqual([]);
    }
    for (const line of [
      'The contract (WSDL) is there.',
      'The terminal’s credentials are accepted.',
      'The reseller user’s credentials are accepted.',
    ]) {
      await expect(page.getByText(line)).toBeVisible();
    }
    await expect(page.getByText('12345678')).toHaveCount(0);
    await page.getByLabel('Your id for it').fill('till-1');
    await page.getByLabel('Name').fill('Till one');
    await page.getByLabel('Its password, at least 4 characters').fill('s3cret-till');
    await page.getByRole('button', { name: 'Register a terminal' }).click();
    await expect(page.getByText(/SEQR_TERMINAL_ID=\w{8,}/)).toBeVisible();
    expect(await page.content()).not.toContain('s3cret-till');
  });
}
