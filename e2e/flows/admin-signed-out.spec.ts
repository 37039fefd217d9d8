import type { APIResponse } from 'playwright/test';
import { signInByForm } from '../admin';
import { expect, test } from '../back-office';
import { checkoutOf, customer } from '../checkout-request';
import { adminHandlers, adminPages, serverActions } from '../route-tree';

// The tables come from the route tree, so a new page or handler is tested here unless it is listed as open.

const openPages = ['/admin/sign-in'];
/** These need no session: one starts a session, one ends it, and one is also for signed-out visitors. */
const openHandlers = ['/admin/session', '/admin/session/end', '/admin/language'];

const pages = adminPages().filter((pattern) => !openPages.includes(pattern));
const handlers = adminHandlers();
const closedHandlers = handlers.filter(({ pattern }) => !openHandlers.includes(pattern));
const posts = handlers.filter(({ methods }) => methods.includes('POST'));

const form = { outcome: 'done', kind: 'webshop', scope: 'shop', step: 'leave', amount: '1', name: 'x' };
const elsewhere = { maxRedirects: 0, headers: { Origin: 'https://evil.example' } };

/** The addresses have real ids, so that a visitor admitted by mistake would see content. */
const tableTest = test.extend<{ address: (pattern: string) => string; orderNumber: number }>({
  orderNumber: async ({ request, goods, books }, use) => {
    const secret = { ...customer, name: 'Only for the merchant' };
    const response = await request.post('/api/checkout', {
      data: { ...checkoutOf(await goods.add()), customer: secret },
    });
    await use((await books.order((await response.json()).orderId)).number);
  },
  address: async ({ orderNumber }, use) => {
    await use((pattern) =>
      pattern
        .replace('[number]', String(orderNumber))
        .replace('categories/[slug]', 'categories/pantry')
        .replace('[slug]', 'heather-honey')
        .replace('[id]', '1'),
    );
  },
});

async function expectNothingRevealed(response: APIResponse, what: string): Promise<void> {
  expect(await response.text(), what).not.toContain('Only for the merchant');
}

test('the tables cover all routes', () => {
  expect(pages.length).toBeGreaterThan(8);
  expect(handlers.length).toBeGreaterThan(15);
  expect(adminPages()).toEqual(expect.arrayContaining(openPages));
  expect(handlers.map(({ pattern }) => pattern)).toEqual(expect.arrayContaining(openHandlers));
  expect(handlers.filter(({ methods }) => methods.length === 0)).toEqual([]);
  // No routes exist besides those in the tables.
  expect(serverActions()).toEqual([]);
});

tableTest(
  'without a session, every page redirects to the sign-in page, which leads back',
  async ({ request, address }) => {
    for (const pattern of pages) {
      const path = address(pattern);
      const response = await request.get(path, { maxRedirects: 0 });
      expect([pattern, response.status()]).toEqual([pattern, 307]);
      expect(response.headers().location).toBe(`/admin/sign-in?next=${encodeURIComponent(path)}`);
      await expectNothingRevealed(response, pattern);
      // Next's script requests a page's data with `_rsc`. The data redirects to the sign-in page.
      const piece = await request.get(`${path}?_rsc`, { headers: { RSC: '1' }, maxRedirects: 0 });
      expect(await piece.text(), pattern).toContain('/admin/sign-in?next=');
      await expectNothingRevealed(piece, pattern);
    }
  },
);

tableTest(
  'without a session or with a forged one, no handler changes or reveals anything',
  async ({ request, address, orderNumber }) => {
    const claim = Buffer.from('{"id":"x","actor":"Mallory","expiresAt":9999999999999}').toString('base64url');
    const cookies = ['', `admin-session=${claim}.${'A'.repeat(43)}`];
    for (const { pattern, methods } of closedHandlers) {
      for (const method of methods) {
        for (const Cookie of cookies) {
          const options = { method, maxRedirects: 0, headers: { Cookie }, ...(method === 'GET' ? {} : { form }) };
          const response = await request.fetch(address(pattern), options);
          expect([method, pattern, response.status()]).toEqual([method, pattern, 401]);
          await expectNothingRevealed(response, pattern);
        }
      }
    }
    const page = await request.post(address('/admin/orders/[number]/cancel'), {
      headers: { Accept: 'text/html' },
      maxRedirects: 0,
    });
    expect(page.headers().location).toBe('/admin/sign-in?note=expired');
    await signInByForm(request);
    const order = await request.get(`/admin/orders/${orderNumber}`);
    expect(await order.text()).toContain('Only for the merchant');
    expect(await order.text(), 'the order is unchanged').toContain(`/admin/orders/${orderNumber}/cancel`);
  },
);

tableTest('forms from other sites are refused, even with a session', async ({ request, address, orderNumber }) => {
  await signInByForm(request);
  for (const { pattern } of posts) {
    const response = await request.post(address(pattern), { form, ...elsewhere });
    expect([pattern, response.status()]).toEqual([pattern, 403]);
    const viaLink = await request.get(address(pattern), { maxRedirects: 0 });
    expect([pattern, viaLink.status()], 'a link does nothing either').toEqual([pattern, 405]);
  }
  const order = await request.get(`/admin/orders/${orderNumber}`);
  expect(await order.text(), 'the order is unchanged').toContain(`/admin/orders/${orderNumber}/cancel`);
});

const takesFile = (pattern: string) => /^\/admin\/(?:pictures\/|products\/import\/check$)/.test(pattern);

tableTest('forms without a key are refused, even with a session', async ({ request, address }) => {
  await signInByForm(request);
  for (const { pattern } of posts.filter((post) => closedHandlers.includes(post))) {
    // A form with a file is sent as multipart.
    const fields = takesFile(pattern) ? { multipart: form } : { form };
    const response = await request.post(address(pattern), { ...fields, maxRedirects: 0 });
    expect([pattern, response.status()]).toEqual([pattern, 400]);
  }
});

tableTest('the tables list only existing addresses', async ({ request, address }) => {
  await signInByForm(request);
  for (const pattern of pages) {
    const response = await request.get(address(pattern), { maxRedirects: 0 });
    // The page of an import file that is gone redirects to the page where the merchant chooses a file.
    const isGone = pattern === '/admin/products/import/[id]' ? 307 : 404;
    expect([pattern, response.status()]).toEqual([pattern, pattern.includes('[id]') ? isGone : 200]);
  }
});
