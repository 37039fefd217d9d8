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
