import { type APIRequestContext, expect, type Page } from 'playwright/test';
import { testVariables } from './environment/variables.mjs';

export const adminPassword = testVariables('', 0).ADMIN_PASSWORD ?? '';

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, name = 'Åsa', password = adminPassword): Promise<void> {
  await page.goto('/admin/sign-in');
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Signs a program in; its cookies stay in `request`. */
export async function signInByForm(request: APIRequestContext, password = adminPassword): Promise<void> {
  const response = await request.post('/admin/session', { form: { name: 'Robot', password }, maxRedirects: 0 });
  expect(response.status()).toBe(303);
}
