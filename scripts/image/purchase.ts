// Makes a purchase over HTTP, as buyer and merchant do. It uses everything that the server reads from disk.
import { strict as assert } from 'node:assert';
import { setTimeout as pause } from 'node:timers/promises';

const PASSWORD = 'pine needles 7';
/** A black PNG of 200 × 200 pixels. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAMgAAADIAQAAAACFI5MzAAAAHElEQVR42u3BgQAAAADDoPlTX+EAVQEAAAAAfAYUUAABxFrmKwAAAABJRU5ErkJggg==';
export const purchaseVariables = {
  MERCHANT: 'demo',
  ADMIN_PASSWORD: PASSWORD,
  SESSION_SECRET: 'an image is not a shop '.repeat(2),
};

/** Orders, pays through the sandbox's control API and fetches the documents. Throws if an answer is wrong. */
export async function purchase(shop: string, sandbox: string): Promise<void> {
  assert.match(await read(`${sandbox}/soap/merchant/cashregister-2?wsdl=contract`), /sendInvoice/);
  const front = await read(shop);
  const slug = /href="\/products\/([\w-]+)"/.exec(front)?.[1] ?? '';
  assert.match(await read(`${shop}/products/${slug}`), /application\/ld\+json/);

  const order = await post(`${shop}/api/checkout`, {
    items: [{ slug, quantity: 1 }],
    customer: {
      // This name needs the fonts of three packages.
      name: 'Åsa 山田 สมชาย',
      email: 'asa@example.com',
      address: 'Backvägen 3',
      postalCode: '791 71',
      city: 'Falun',
      country: 'SE',
    },
    delivery: 'standard',
    paymentMethod: 'seqr',
    checkoutKey: crypto.randomUUID(),
  });
  await post(`${sandbox}/sandbox/api/invoices/${order.invoiceReference}/pay`, { pin: '1234' });
  for (let tries = 0; !(await read(shop + order.statusUrl)).includes('PAID'); tries++) {
    assert.ok(tries < 100, 'the shop did not report the payment within ten seconds');
    await pause(100);
  }
  assert.match(await read(`${shop}/orders/${order.orderId}/receipt`), /\d{25}/);
  const pdf = await fetch(`${shop}/api/orders/${order.orderId}/receipt.pdf`);
  assert.equal(pdf.status, 200, await pdf.clone().text());
  assert.match(await pdf.text(), /^%PDF-/);
  const cookie = await signIn(shop);
  await exportOrders(shop, cookie);
  await uploadPicture(shop, cookie, slug);
}

async function signIn(shop: string): Promise<string> {
  const body = new URLSearchParams({ password: PASSWORD, name: 'Åsa' });
  const signedIn = await fetch(`${shop}/admin/session`, { method: 'POST', body, redirect: 'manual' });
  assert.equal(new URL(signedIn.headers.get('location') ?? '', shop).pathname, '/admin');
  return signedIn.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
}

/** Uploads a picture, which fails if the image lacks sharp's binaries. */
async function uploadPicture(shop: string, cookie: string, slug: string): Promise<void> {
  const body = new FormData();
  body.set('key', crypto.randomUUID());
  body.set('file', new Blob([Buffer.from(PICTURE, 'base64')]));
  const init = { method: 'POST', headers: { cookie }, body, redirect: 'manual' } as const;
  const { headers } = await fetch(`${shop}/admin/pictures/${slug}/add`, init);
  assert.match(headers.get('location') ?? '', /note=picture-added/);
  const [path = ''] = /\/media\/[^ "]+\.webp/.exec(await read(`${shop}/products/${slug}`)) ?? [];
  const picture = await fetch(shop + path);
  assert.equal(picture.headers.get('content-type'), 'image/webp');
}

async function exportOrders(shop: string, cookie: string): Promise<void> {
  const sheet = await fetch(`${shop}/admin/orders/export?format=xlsx`, { headers: { cookie } });
  assert.equal(sheet.status, 200);
  assert.equal(
    Buffer.from(await sheet.arrayBuffer())
      .subarray(0, 2)
      .toString(),
    'PK',
  );
}

async function read(url: string): Promise<string> {
  const response = await fetch(url);
  const text = await response.text();
  assert.ok(response.ok, `${url}: ${response.status} ${text.slice(0, 300)}`);
  return text;
}

async function post(url: string, data: object) {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(data) });
  const text = await response.text();
  assert.ok(response.ok, `${url}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text);
}
