import { chromium } from 'playwright/test';
import { signInByForm } from '../admin';
import { fillCart, placeOrder } from '../checkout-request';
import { expect, phoneDevice, test } from '../fixtures';
import { pagesUnder } from '../route-tree';
import { sendInvoice } from '../send-invoice';

// Some requested pages are about periods, mails and incidents that do not exist, and one payment view is offline.
test.use({ expectedErrors: [[/status of (404|503)/], { scope: 'test' }] });
test.describe.configure({ timeout: 240_000 });

/** Returns the elements that reach beyond the screen's edge or are clipped by their box. */
function overflowing(): string[] {
  const root = document.documentElement;
  const found = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} of ${root.clientWidth} px`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { overflowX, textOverflow, clipPath, position } = getComputedStyle(element);
    const isMeant = textOverflow === 'ellipsis' || element.tabIndex === 0 || element.matches('input, select, textarea');
    const isUnseen = (clipPath !== 'none' && position === 'absolute') || element.clientWidth < 2;
    if (overflowX === 'visible' || isMeant || isUnseen || element.scrollWidth <= element.clientWidth + 1) continue;
    found.push(
      `${element.tagName.toLowerCase()}.${element.className}: ${element.scrollWidth} of ${element.clientWidth} px`,
    );
  }
  return found;
}

test('with a browser font of 32 px, phone pages neither scroll sideways nor clip text', async ({
  launchOptions,
  baseURL,
  goods,
  books,
  sandbox,
  watchErrors,
}) => {
  const args = [...(launchOptions.args ?? []), '--blink-settings=defaultFontSize=32'];
  const browser = await chromium.launch({ ...launchOptions, args });
  const context = await browser.newContext({ baseURL: baseURL ?? '', ...phoneDevice });
  watchErrors(context);
  const page = await context.newPage();
  const found: Record<string, string[]> = {};
  const look = async (path: string) => {
    await page.goto(path);
    const out = await page.evaluate(overflowing);
    if (out.length > 0) found[path] = out;
  };

  await signInByForm(page.request);
  await fillCart(page.request, 'heather-honey', 2);
  const slug = await goods.add({ name: 'Rindfleischetikettierungsüberwachungs\u00adaufgabenübertragungsgesetz' });
  const open = await placeOrder(page.request, slug);
  const paid = await placeOrder(page.request, slug);
  await sandbox.pay(paid.invoiceReference);
  await expect.poll(async () => (await books.order(paid.orderId)).state).toBe('PAID');
  const { number } = await books.order(paid.orderId);
  const reference = await sendInvoice(page.request);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');

  const address = (pattern: string) =>
    pattern
      .replace('/orders/[id]', `/orders/${pattern.endsWith('/pay') ? open.orderId : paid.orderId}`)
      .replace('[number]', String(number))
      .replace('[slug]', pattern.includes('categories/') ? 'pantry' : slug)
      .replace('[reference]', paid.invoiceReference)
      .replace('till/[code]', 'till/Q1234')
      .replace('app/[code]', `app/R${paid.invoiceReference}`)
      .replace('[id]', '1');
  const paths = ['[lang]', 'admin', 'sandbox', 'payment-view', 'api-reference']
    .flatMap((folder) => pagesUnder(folder))
    .map(address);
  for (const path of [...paths, `/R${open.invoiceReference}`, `/R${reference}?step=pin`]) await look(path);
  await page.context().clearCookies();
  await look('/cart');
  await look('/admin/sign-in');
  expect(found).toEqual({});
  await browser.close();
});
