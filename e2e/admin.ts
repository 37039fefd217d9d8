import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type APIResponse, expect, type Page, test } from 'playwright/test';
import { adminPassword, needsAdmin } from './shop-under-test';

/** Signs in through the page. Skips the test if the password is not known. */
export async function signIn(page: Page, name = 'Åsa'): Promise<void> {
  test.skip(adminPassword === '', needsAdmin);
  await page.goto('/admin/sign-in');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs in without a browser; the cookies stay in `request`. */
export async function signInByForm(request: APIRequestContext, name = 'Robot'): Promise<void> {
  test.skip(adminPassword === '', needsAdmin);
  const form = { name, password: adminPassword };
  const response = await request.post('/admin/session', { form, maxRedirects: 0 });
  expect(response.status()).toBe(303);
}

/** Posts a back-office form with a new key, unless `fields` has one. */
export function sendForm(
  request: APIRequestContext,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<APIResponse> {
  return request.post(path, { form: { key: randomUUID(), ...fields }, maxRedirects: 0 });
}

/**
 * Refunds an amount in kronor with the confirmation form; `request` must be signed in. Expects the refund to end in
 * `state`, which is UNKNOWN if SEQR did not answer.
 */
export async function payBack(
  request: APIRequestContext,
  orderNumber: number,
  kronor: number,
  state: 'DONE' | 'UNKNOWN' = 'DONE',
): Promise<void> {
  const form = { mode: 'amount', amount: String(kronor), reason: 'One was chipped' };
  const path = `/admin/orders/${orderNumber}/refund`;
  const confirmation = await (await request.get(path, { params: form })).text();
  const [, confirmed = ''] = /name="confirmed" value="([^"]*)"/.exec(confirmation) ?? [];
  const response = await sendForm(request, `${path}s`, { ...form, confirmed });
  expect(response.headers().location).toContain(`note=refund-${state}`);
}
