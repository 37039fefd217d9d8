import type { APIRequestContext } from 'playwright/test';
import { testVariables } from '../../scripts/shared/test-environment.mjs';
import { newAddress } from '../addresses';
import { expect, test } from '../fixtures';
import { isRunningShop, needsOwnLimits } from '../shop-under-test';

test.skip(isRunningShop, needsOwnLimits);

// The server under test trusts one proxy, and these tests act as it: the last entry in X-Forwarded-For is the client.
const { RATE_LIMIT_CHECKOUT, RATE_LIMIT_STATUS } = testVariables('', 0);
const checkouts = Number(RATE_LIMIT_CHECKOUT);
const statusQueries = Number(RATE_LIMIT_STATUS);

/** MAX_STREAMS in lib/http/event-stream.ts. */
const streams = 200;

const from = (address: string) => ({ 'X-Forwarded-For': address });
const order = (request: APIRequestContext, forwarded: string) =>
  request.post('/api/checkout', { data: {}, headers: from(forwarded) });

test('orders are limited per address', async ({ request, page, goods, buyer }) => {
  const address = newAddress();
  const answers = await Promise.all(Array.from({ length: checkouts + 1 }, () => order(request, address)));
  const refused = answers.filter((answer) => answer.status() === 429);
  expect(refused).toHaveLength(1);
  const [answer] = refused;
  expect(Number(answer?.headers()['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(await answer?.json()).toMatchObject({ error: 'too-many-requests', problems: [{ code: 'too-often' }] });

  expect((await order(request, `198.51.100.1, ${address}`)).status(), 'a made-up address does not help').toBe(429);
  expect((await order(request, newAddress())).status(), 'another address is not limited').toBe(400);

  const form = { language: 'sv', name: 'Åsa' };
  const page429 = await request.post('/api/checkout', { form, headers: from(address) });
  expect(page429.status()).toBe(429);
  await page.setContent(await page429.text());
  await expect(page.getByRole('heading', { name: 'För många försök' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Gå tillbaka' })).toHaveAttribute('href', '/sv/checkout');

  const { orderId } = await buyer.order(await goods.add());
  const cancel = await request.post(`/api/orders/${orderId}/cancel`, { headers: from(address) });
  expect(cancel.status(), 'cancelling counts too').toBe(429);

  const notification = { form: { invoiceReference: '1' }, headers: from(address) };
  expect((await request.post('/api/seqr/notifications', notification)).status(), 'SEQR is never limited').toBe(204);
});

test('open event streams are limited per address', async ({ baseURL, goods, buyer }) => {
  const { orderId } = await buyer.order(await goods.add());
  const leave = new AbortController();
  const open = (address: string) =>
    fetch(`${baseURL}/api/orders/${orderId}/payment/events`, { headers: from(address), signal: leave.signal });
  const address = newAddress();
  try {
    const answers = await Promise.all(Array.from({ length: streams + 1 }, () => open(address)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
    expect((await open(newAddress())).status).toBe(200);
  } finally {
    leave.abort();
  }
  const again = async () => {
    const one = new AbortController();
    const { status } = await fetch(`${baseURL}/api/orders/${orderId}/payment/events`, {
      headers: from(address),
      signal: one.signal,
    });
    one.abort();
    return status;
  };
  await expect.poll(again).toBe(200);
});

test('status queries are limited, with an answer that any origin’s view can read', async ({ request }) => {
  const headers = from(newAddress());
  const ask = () => request.get('/seqr-webshop-api/invoices/1', { headers });
  const answers = await Promise.all(Array.from({ length: statusQueries }, ask));
  expect(answers.every((answer) => answer.status() === 404)).toBe(true);
  const refused = await ask();
  expect(refused.status()).toBe(429);
  expect(refused.headers()).toMatchObject({ 'access-control-allow-origin': '*' });
  const id = 'A'.repeat(22);
  for (const path of [`/api/orders/${id}/payment`, `/api/orders/${id}/payment/events`]) {
    const answer = await request.get(path, { headers });
    expect([answer.status(), Number(answer.headers()['retry-after']) > 0], path).toEqual([429, true]);
  }
});
