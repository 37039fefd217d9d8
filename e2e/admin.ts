import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect, type Page } from 'playwright/test';
import { testVariables } from './environment/variables.mjs';

export const adminPassword = testVariables('', 0).ADMIN_PASSWORD ?? '';

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, name = 'Åsa'): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(adminPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs a program in; its cookies stay in `request`. */
export async function signInByForm(request: APIRequestContext, name = 'Robot'): Promise<void> {
  const form = { name, password: adminPassword };
  const response = await request.post('/admin/session', { form, maxRedirects: 0 });
  expect(response.status()).toBe(303);
}

/** Pays so many kronor of an order back, as the form that confirms the sum does; `request` must be signed in. */
export async function payBack(request: APIRequestContext, orderNumber: number, kronor: number): Promise<void> {
  const form = { mode: 'amount', amount: String(kronor), confirmed: `${kronor}00 SEK`, reason: 'One was chipped' };
  const response = await request.post(`/admin/orders/${orderNumber}/refunds`, {
    form: { ...form, key: randomUUID() },
    maxRedirects: 0,
  });
  expect(response.headers().location).toContain('note=refund-');
}
