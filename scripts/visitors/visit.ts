// One visit to the demonstration, as a person with a browser and a phone makes it.
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { whatIfs } from '../../lib/what-if/what-if';
import type { ShopBooks } from './books';
import { type Browser, openBrowser, type Page } from './browser';
import type { Owner, Secrets } from './secrets';

/** What all visits share. */
export type Demo = {
  readonly address: string;
  readonly books: ShopBooks;
  readonly secrets: Secrets;
  /** Recently placed orders, for visitors who try to open other people's orders. */
  readonly placed: Placed[];
  readonly counts: Map<string, number>;
  readonly problems: string[];
};
type Placed = { readonly orderId: string; readonly number: number };
type Answer = {
  readonly orderId: string;
  readonly payUrl: string;
  /** Null if the response of SEQR was lost. */
  readonly invoiceReference: string | null;
  readonly statusUrl: string;
};

const PIN = '1234';
const SEARCHES = ['mug', 'honey', 'wool', 'print', 'jam', 'linne'];
const LATELY = 100;

/** Browses, buys and looks around with new cookies. `gap`: the longest time between two pages. */
export async function visit(demo: Demo, gap: number): Promise<void> {
  const me: Owner & { amounts: ReadonlySet<string> } = {
    name: `Visitor-${randomBytes(4).toString('hex')}`,
    amounts: new Set(),
  };
  demo.secrets.add(me, me.name);
  let typed = '';
  const browser = openBrowser(demo.address, randomAddress(), (page) => check(demo, me, page, typed));
  const think = () => browser.think(gap);

  await browse(browser, demo, think);
  const order = await checkOut(browser, demo, me);
  if (order === null) return;
  const { number, total, lines } = demo.books.order(order.orderId);
  me.amounts = ownAmounts(total, lines);
  demo.secrets.add(me, order.orderId);
  demo.secrets.add(me, order.invoiceReference ?? '');
  demo.secrets.add(me, `T-${number}`);
  if (demo.books.prices.every((price) => price !== total)) demo.secrets.addTotal(me, String(total));
  demo.placed.push({ orderId: order.orderId, number });
  if (demo.placed.length > LATELY) demo.placed.shift();

  await browser.get(order.payUrl);
  await think();
  const paid = await pay(browser, demo, order);
  await browser.get(`/orders/${order.orderId}`);
  if (paid) await readReceipt(browser, demo, me, order);
  await browser.get(`/orders/${order.orderId}/behind-the-scenes`);
  await think();
  await browser.get(`/orders/${order.orderId}/mails`);
  await browser.get('/orders');
  await lookAtBackOffice(browser, number);
  if (paid && chance(0.25)) await refund(browser, demo, { number, total });
  await think();

  const other = demo.placed[Math.floor(Math.random() * demo.placed.length)];
  if (other && other.number !== number) {
    typed = `${other.orderId} ${other.number}`;
    await expectClosed(browser, demo, `/orders/${other.orderId}/behind-the-scenes`);
    await expectClosed(browser, demo, `/admin/orders/${other.number}`);
  }
}

async function browse(browser: Browser, { books }: Demo, think: () => Promise<void>): Promise<void> {
  await browser.get('/');
  await think();
  await browser.get(`/categories/${anyOf(books.categories)}`);
  await browser.get(`/api/suggestions?q=${anyOf(SEARCHES)}`);
  await browser.get(`/search?q=${anyOf(SEARCHES)}`);
  await think();
}

async function checkOut(browser: Browser, demo: Demo, me: Owner): Promise<Answer | null> {
  const items = [...new Set([anyOf(demo.books.slugs), anyOf(demo.books.slugs)])].map((slug) => ({
    slug,
    quantity: 1 + Math.floor(Math.random() * 3),
  }));
  for (const { slug, quantity } of items) {
    await browser.get(`/products/${slug}`);
    const form = { action: 'add', slug, quantity: String(quantity) };
    const added = await browser.post('/api/cart', form, 'application/json');
    if (added.status !== 200) return soldOut(demo);
  }
  await browser.get('/cart');
  if (chance(0.3)) await browser.post('/api/demo/start', { language: 'en' });
  await browser.get('/checkout');
  const customer = {
    name: me.name,
    email: `${me.name.toLowerCase()}@example.com`,
    address: 'Backvägen 3',
    postalCode: '791 71',
    city: 'Falun',
    country: 'SE',
  };
  const body = { items, customer, paymentMethod: 'seqr', checkoutKey: randomUUID() };
  const answer = await browser.postJson('/api/checkout', body);
  if (answer.status === 409) return soldOut(demo);
  if (answer.status !== 201) {
    demo.problems.push(`checkout: ${answer.status} ${answer.text.slice(0, 200)}`);
    return null;
  }
  count(demo, 'ordered');
  return JSON.parse(answer.text);
}

function soldOut(demo: Demo): null {
  count(demo, 'sold out');
  return null;
}

/** Pays, makes something go wrong, cancels, or leaves. Returns whether the page has learnt of a payment. */
async function pay(browser: Browser, demo: Demo, order: Answer): Promise<boolean> {
  const { orderId, statusUrl, invoiceReference } = order;
  if (invoiceReference === null) {
    count(demo, 'no invoice');
    return false;
  }
  const plan = Math.random();
  if (plan < 0.08) {
    count(demo, 'left unpaid');
    return false;
  }
  if (plan < 0.15) {
    count(demo, 'cancelled');
    await browser.post(`/api/orders/${orderId}/cancel`, {});
    return false;
  }
  if (plan < 0.4) {
    const whatIf = anyOf(whatIfs);
    count(demo, `what if: ${whatIf}`);
    await browser.post(`/api/orders/${orderId}/what-if`, { 'what-if': whatIf });
    if (whatIf === 'lost') return false;
    if (whatIf !== 'money') return browser.listen(`${statusUrl}/events`, '"PAID"', 30);
  }
  await browser.get(`/R${invoiceReference}?via=link`);
  await browser.post(`/sandbox/app/R${invoiceReference}/scan`, { via: 'link' }, 'application/json');
  const [paid] = await Promise.all([
    browser.listen(`${statusUrl}/events`, '"PAID"', 30),
    browser.post(`/sandbox/app/R${invoiceReference}/pay`, { pin: PIN, via: 'link' }),
  ]);
  count(demo, paid ? 'paid' : 'payment not seen');
  if (!paid) demo.problems.push(`${invoiceReference}: the page did not learn of the payment within 30 s`);
  await browser.get('/sandbox/app/activity');
  return paid;
}

async function readReceipt(browser: Browser, demo: Demo, me: Owner, { orderId }: Answer): Promise<void> {
  const { text } = await browser.get(`/orders/${orderId}/receipt`);
  const [ersReference = ''] = /\b20\d{23}\b/.exec(text) ?? [];
  demo.secrets.add(me, ersReference);
  for (let tries = 0; tries < 10; tries += 1) {
    const mails = await browser.get(`/orders/${orderId}/mails`);
    if (mails.text.includes('<iframe')) return;
    await pause(1000);
  }
  demo.problems.push(`order ${orderId.slice(0, 4)}…: no mail within 10 s of the payment`);
}

async function lookAtBackOffice(browser: Browser, number: number): Promise<void> {
  for (const path of ['/admin', '/admin/orders', `/admin/orders/${number}`, '/admin/mail', '/admin/periods']) {
    await browser.get(path);
  }
  await browser.get(`/admin/orders/${number}/behind-the-scenes`);
}

async function refund(browser: Browser, demo: Demo, { number, total }: { number: number; total: number }) {
  await browser.get(`/admin/orders/${number}/refund`);
  const restock: Record<string, string> = chance(0.5) ? { restock: 'on' } : {};
  const confirmed = `${total} of ${total} SEK`;
  const form = { mode: 'all', key: randomUUID(), reason: 'Changed my mind', confirmed, ...restock };
  const answer = await browser.post(`/admin/orders/${number}/refunds`, form);
  count(demo, answer.status < 400 ? 'refunded' : 'refund refused');
}

async function expectClosed(browser: Browser, demo: Demo, path: string): Promise<void> {
  const { status } = await browser.get(path);
  if (status !== 404) demo.problems.push(`${path} of another visitor: ${status} instead of 404`);
}

function check(demo: Demo, me: Owner, { path, status, text }: Page, typed: string): void {
  count(demo, 'responses');
  if (status >= 500 || status === 429) demo.problems.push(`${path}: ${status}`);
  for (const leak of demo.secrets.findOf(text, me, typed)) demo.problems.push(`${path} shows ${leak} to ${me.name}`);
}

/** Everything that an order's own pages may show, in minor units: prices, totals, and the payer's balance. */
function ownAmounts(total: number, lines: readonly { unitPrice: number; total: number }[]): ReadonlySet<string> {
  const goods = lines.reduce((sum, line) => sum + line.total, 0);
  const shown = [
    total,
    2 * total,
    goods,
    total - goods,
    10_100_000 - total,
    ...lines.flatMap((line) => [line.unitPrice, line.total]),
  ];
  return new Set(shown.map(String));
}

function count({ counts }: Demo, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const chance = (share: number) => Math.random() < share;

function anyOf<Item>(list: readonly Item[]): Item {
  const item = list[Math.floor(Math.random() * list.length)];
  if (item === undefined) throw new RangeError('visitors: the list is empty');
  return item;
}

/** Each visitor has a network address of their own, because the shop limits requests per address. */
function randomAddress(): string {
  return `10.${[...randomBytes(3)].join('.')}`;
}
