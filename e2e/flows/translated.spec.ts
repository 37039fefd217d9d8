import type { Page } from 'playwright/test';
import { signInByForm } from '../admin';
import { expect, test } from '../fixtures';
import { CheckoutPage } from '../pages/checkout-page';
import { PaymentPage } from '../pages/payment-page';
import { ProductPage } from '../pages/product-page';
import { ReceiptPage } from '../pages/receipt-page';
import { skipIfSandboxIsPublic } from '../sandbox';
import { cancelInvoice, sendInvoice } from '../send-invoice';

// Chrome and Edge translate a page by replacing its text nodes, without React's knowledge. React's later writes to such
// a node are lost, and removing or inserting nodes beside it throws. The fixtures fail the test on such errors.
test.beforeEach(({ page }) => page.addInitScript(translate));
test.use({ expectedErrors: [[/status of (400|409)/], { scope: 'test' }] });

/** Replaces every text node, including those added later, as a translator does, but keeps the words for locators. */
function translate() {
  const replace = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const left = 'font, script, style, noscript, textarea, [translate=no]';
    const texts: Text[] = [];
    for (let node: Node | null = root; node; node = walker.nextNode()) {
      if (node instanceof Text && /\S/.test(node.data) && !node.parentElement?.closest(left)) texts.push(node);
    }
    for (const text of texts) {
      const font = document.createElement('font');
      font.appendChild(document.createElement('font')).textContent = text.data;
      text.replaceWith(font);
    }
  };
  // Wait for hydration: translating earlier makes React render the page again and discard the translation.
  const isReacts = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactFiber'));
  const start = () => {
    const other = [...document.querySelectorAll('h1, main *')].find((element) => !isReacts(element));
    document.documentElement.dataset.translation = other ? `waits for the hydration of ${other.outerHTML}` : 'done';
    if (other) return setTimeout(start, 50);
    replace(document.body);
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) if (node.isConnected) replace(node);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  };
  addEventListener('load', start);
}

const translated = (page: Page) => expect(page.locator('html')).toHaveAttribute('data-translation', 'done');

/** Expects the page's text to equal that of a new, untranslated copy. */
async function expectCurrent(page: Page) {
  await translated(page);
  const copy = await page.context().newPage();
  await expect(async () => {
    await copy.goto(page.url());
    expect(await wordsOf(page)).toBe(await wordsOf(copy));
  }, page.url()).toPass();
  await copy.close();
}

/** Returns the page's text without noscript, and without times of day, because a page may show when it was rendered. */
const wordsOf = async (page: Page) =>
  page.locator('main').evaluate((main) => {
    const shown = main.cloneNode(true) as Element;
    for (const element of shown.querySelectorAll('noscript')) element.remove();
    return shown.textContent.replace(/\s+/g, ' ').replace(/\d\d:\d\d:\d\d/g, '');
  });

test('a translated shop stays current from the cart to the receipt', async ({ page, goods, books, sandbox }) => {
  const slug = await goods.add({ stock: 7 });
  await page.goto(`/products/${slug}`);
  await translated(page);
  const product = new ProductPage(page);
  await product.add(1);
  const answer = page.getByRole('status').filter({ hasText: slug });
  await expect(answer).toHaveText(`Thing ${slug} is in the cart. Go to cart`);
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill('8');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.locator('main [role=status]')).toHaveText('Only 7 left in stock. Please reduce the quantity.');
  await page.getByRole('spinbutton', { name: 'Quantity' }).fill('2');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(product.cartLink).toHaveText(/\D3$/);
  await expect(answer).toHaveText(`Thing ${slug} is in the cart. Go to cart`);

  await product.cartLink.click();
  await page.getByRole('spinbutton', { name: `Quantity of Thing ${slug}` }).fill('5');
  await page.getByRole('button', { name: 'Update' }).click();
  await expect(product.cartLink).toHaveText(/\D5$/);
  await expectCurrent(page);

  await page.getByRole('link', { name: 'Go to checkout' }).click();
  const checkout = new CheckoutPage(page);
  await expectCurrent(page);
  await checkout.fill();
  const line = page.getByRole('listitem').filter({ hasText: slug });
  await goods.change(slug, { price: 120_00 });
  await checkout.submit.click();
  await expect(line).toHaveText(/^5 × Thing \S+600\skr$/);

  // Another tab reduces the quantity to 2; then this tab goes back to the checkout.
  await page.getByRole('link', { name: 'Change the cart' }).click();
  await expect(page).toHaveURL('/cart');
  await page.request.post('/api/cart', { form: { action: 'set', slug, quantity: 2 } });
  await page.goBack();
  await expect(line).toHaveText(/^2 × Thing \S+240\skr$/);
  await expectCurrent(page);
  await checkout.fill();
  await checkout.submit.click();

  await expect(page).toHaveURL(/\/pay$/);
  const { orderId, tryAgain } = new PaymentPage(page);
  await sandbox.cancel((await books.payments(orderId))[0]?.invoiceReference ?? '');
  await expect(tryAgain).toBeVisible();
  await expectCurrent(page);
  await tryAgain.click();
  await expect.poll(async () => (await books.payments(orderId)).length).toBe(2);
  await sandbox.pay((await books.payments(orderId))[1]?.invoiceReference ?? '');
  await expect(new ReceiptPage(page).thanks).toBeVisible();
  await expectCurrent(page);
});

test('a translated console and payer app stay current with an invoice', async ({ page, context, request, sandbox }) => {
  await skipIfSandboxIsPublic(request);
  const [seen, paid] = [await sendInvoice(request), await sendInvoice(request)];
  await page.goto(`/sandbox/invoices?text=${seen}`);
  await expectCurrent(page);
  const [invoice, overview, app] = [await context.newPage(), await context.newPage(), await context.newPage()];
  for (const other of [invoice, overview, app]) await other.addInitScript(translate);
  await invoice.goto(`/sandbox/invoices/${seen}`);
  await app.goto(`/R${seen}`);
  await overview.goto('/sandbox');
  for (const other of [invoice, overview, app]) await translated(other);
  await cancelInvoice(request, seen);
  await sandbox.pay(paid);
  await expect(app.getByRole('heading', { name: 'Cancelled' })).toBeVisible();
  for (const followed of [page, invoice]) await expectCurrent(followed);
  await expect(overview.getByRole('row').filter({ hasText: seen }).first()).toContainText('CANCELED');
});

test('a translated back-office page is up to date after going back', async ({ page, goods, buyer, books, sandbox }) => {
  await signInByForm(page.request, 'Åsa');
  const slug = await goods.add({ stock: 10 });
  const { orderId, invoiceReference } = await buyer.order(slug, { items: [{ slug, quantity: 3 }] });
  const { number } = await books.order(orderId);
  await page.goto(`/admin/orders/${number}`);
  await translated(page);
  await page.getByRole('link', { name: 'Products', exact: true }).click();
  await expect(page).toHaveURL('/admin/products');
  await sandbox.pay(invoiceReference);
  await expect.poll(async () => (await books.order(orderId)).state).toBe('PAID');
  await expect.poll(() => books.tasks(orderId)).toEqual([]); // each of them adds a line to the history
  await page.goBack();
  await expectCurrent(page);
});
