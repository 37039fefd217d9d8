import type { APIResponse } from 'playwright/test';
import { signInByForm } from '../admin';
import { expect, test } from '../back-office';
import { checkoutOf, customer } from '../checkout-request';
import { adminHandlers, adminPages, serverActions } from '../route-tree';

// The tables come from the route tree: who adds a page or a handler has it tried here, or has to say that it is open.

const openPages = ['/admin/sign-in'];
/** They ask for no session: one makes it, one ends it, one is of use to who has none yet. */
const openHandlers = ['/admin/session', '/admin/session/end', '/admin/language'];

const pages = adminPages().filter((pattern) => !openPages.includes(pattern));
const handlers = adminHandlers();
const closedHandlers = handlers.filter(({ pattern }) => !openHandlers.includes(pattern));
const posts = handlers.filter(({ methods }) => methods.includes('POST'));

const form = { outcome: 'done', kind: 'webshop', scope: 'shop', step: 'leave', amount: '1', name: 'x' };
const elsewhere = { maxRedirects: 0, headers: { Origin: 'https://evil.example' } };

/** Real things stand in the addresses, so that who is let in by mistake would get to see them. */
const tableTest = test.extend<{ address: (pattern: string) => string; orderNumber: number }>({
  orderNumber: async ({ request, goods, books }, use) => {
    const secret = { ...customer, name: 'Only for the merchant' };
    const response = await request.post('/api/checkout', { data: { ...checkoutOf(goods.add()), customer: secret } });
    await use(books.order((await response.json()).orderId).number);
  },
  address: async ({ orderNumber }, use) => {
    await use((pattern) =>
      pattern.replace('[number]', String(orderNumber)).replace('[slug]', 'heather-honey').replace('[id]', '1'),
    );
  },
});

async function expectNothingTold(response: APIResponse, what: string): Promise<void> {
  expect(await response.text(), what).not.toContain('Only for the merchant');
}

test('the tables are whole', () => {
  expect(pages.length).toBeGreaterThan(8);
  expect(handlers.length).toBeGreaterThan(15);
  expect(adminPages()).toEqual(expect.arrayContaining(openPages));
  expect(handlers.map(({ pattern }) => pattern)).toEqual(expect.arrayContaining(openHandlers));
  expect(handlers.filter(({ methods }) => methods.length === 0)).toEqual([]);
  // Nothing can be asked for but what the tables hold.
  expect(serverActions()).toEqual([]);
});

tableTest('no page is shown without a session: each leads to the door and back', async ({ request, address }) => {
  for (const pattern of pages) {
    const path = address(pattern);
    const response = await request.get(path, { maxRedirects: 0 });
    expect([pattern, response.status()]).toEqual([pattern, 307]);
    expect(response.headers().location).toBe(`/admin/sign-in?next=${encodeURIComponent(path)}`);
    await expectNothingTold(response, pattern);
    // As Next's own script asks for it: an answer that names the door instead of the page.
    const piece = await request.get(`${path}?_rsc`, { headers: { RSC: '1' }, maxRedirects: 0 });
    expect(await piece.text(), pattern).toContain('/admin/sign-in?next=');
    await expectNothingTold(piece, pattern);
  }
});

tableTest(
  'no handler does or tells anything without a session, nor with a forged one',
  async ({ request, address, orderNumber }) => {
    const claim = Buffer.from('{"id":"x","actor":"Mallory","expiresAt":9999999999999}').toString('base64url');
    const cookies = ['', `tallbacka-admin=${claim}.${'A'.repeat(43)}`];
    for (const { pattern, methods } of closedHandlers) {
      for (const method of methods) {
        for (const Cookie of cookies) {
          const options = { method, maxRedirects: 0, headers: { Cookie }, ...(method === 'GET' ? {} : { form }) };
          const response = await request.fetch(address(pattern), options);
          expect([method, pattern, response.status()]).toEqual([method, pattern, 401]);
          await expectNothingTold(response, pattern);
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
    expect(await order.text(), 'the order waits as before').toContain(`/admin/orders/${orderNumber}/cancel`);
  },
);

tableTest('no form of another site is taken, also from who is signed in', async ({ request, address, orderNumber }) => {
  await signInByForm(request);
  for (const { pattern } of posts) {
    const response = await request.post(address(pattern), { form, ...elsewhere });
    expect([pattern, response.status()]).toEqual([pattern, 403]);
    const asked = await request.get(address(pattern), { maxRedirects: 0 });
    expect([pattern, asked.status()], 'a link does nothing either').toEqual([pattern, 405]);
  }
  const order = await request.get(`/admin/orders/${orderNumber}`);
  expect(await order.text(), 'the order waits as before').toContain(`/admin/orders/${orderNumber}/cancel`);
});

tableTest('the addresses of the tables are those that exist', async ({ request, address }) => {
  await signInByForm(request);
  for (const pattern of pages) {
    const response = await request.get(address(pattern), { maxRedirects: 0 });
    const isThere = pattern.includes('[id]') ? 404 : 200;
    expect([pattern, response.status()]).toEqual([pattern, isThere]);
  }
});
