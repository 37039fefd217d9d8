import { checkoutOf, customer } from '../checkout-request';
import { expect, test } from '../fixtures';

const slug = 'birch-butter-knife';
const items = (quantity: unknown, product = slug) => ({ items: [{ slug: product, quantity }] });
const customerWith = (change: object) => ({ customer: { ...customer, ...change } });

const refusals: [name: string, change: object, field: string, code: string][] = [
  ['an empty cart', { items: [] }, 'items', 'empty-cart'],
  ['no cart at all', { items: undefined }, 'items', 'empty-cart'],
  ['51 lines', { items: Array(51).fill({ slug, quantity: 1 }) }, 'items', 'too-many-lines'],
  ['a quantity of 0', items(0), 'items.0.quantity', 'bad-quantity'],
  ['a quantity of -1', items(-1), 'items.0.quantity', 'bad-quantity'],
  ['a quantity of 1.5', items(1.5), 'items.0.quantity', 'bad-quantity'],
  ['a quantity of 10^9', items(1e9), 'items.0.quantity', 'bad-quantity'],
  ['a quantity sent as a string', items('1e3'), 'items.0.quantity', 'bad-quantity'],
  ['a quantity that is not a number', items(null), 'items.0.quantity', 'bad-quantity'],
  ['an unknown product', items(1, 'perpetual-motion'), 'items.0.slug', 'unknown'],
  ['a name of 10 000 characters', customerWith({ name: 'å'.repeat(10_000) }), 'customer.name', 'too-long'],
  ['no name', customerWith({ name: '  ' }), 'customer.name', 'required'],
  ['a name with a control character', customerWith({ name: 'A\u0000B' }), 'customer.name', 'bad-characters'],
  ['an e-mail address without @', customerWith({ email: 'asa.example.com' }), 'customer.email', 'bad-email'],
  [
    'an e-mail address with a line break',
    customerWith({ email: 'a@b.se\nBcc: c@d.se' }),
    'customer.email',
    'bad-characters',
  ],
  ['a postal code of four digits', customerWith({ postalCode: '7917' }), 'customer.postalCode', 'bad-postal-code-SE'],
  ['a country without delivery', customerWith({ country: 'US' }), 'customer.country', 'bad-country'],
  ['an unknown way to pay', { paymentMethod: 'gold' }, 'paymentMethod', 'bad-payment-method'],
  ['an unknown delivery', { delivery: 'pigeon' }, 'delivery', 'bad-delivery'],
];

for (const [name, change, field, code] of refusals) {
  test(`a checkout with ${name} is refused, and nothing is written`, async ({ request, books }) => {
    const checkout = { ...checkoutOf(slug), ...change };
    const response = await request.post('/api/checkout', { data: checkout });
    expect(response.status()).toBe(400);
    const { message, problems } = await response.json();
    expect(problems).toContainEqual(expect.objectContaining({ field, code }));
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(await books.ordersUnder(checkout.checkoutKey)).toEqual([]);
  });
}

test('a checkout key must be a UUID', async ({ request }) => {
  for (const checkoutKey of ['1', '', undefined]) {
    const response = await request.post('/api/checkout', { data: { ...checkoutOf(slug), checkoutKey } });
    expect(response.status()).toBe(400);
    expect((await response.json()).problems).toContainEqual(expect.objectContaining({ field: 'checkoutKey' }));
  }
});

test('problems are reported in the buyer’s language', async ({ request }) => {
  const data = { ...checkoutOf(slug), ...customerWith({ email: 'nej' }), language: 'sv' };
  const { message } = await (await request.post('/api/checkout', { data })).json();
  expect(message).toContain('E-postadressen är ogiltig');
});

const bodies: [name: string, body: string | Buffer, headers: Record<string, string>, status: number][] = [
  ['invalid JSON', '{"items":[', { 'Content-Type': 'application/json' }, 400],
  ['no body', '', { 'Content-Type': 'application/json' }, 400],
  ['JSON that is not an object', '[null]', { 'Content-Type': 'application/json' }, 400],
  ['JSON sent as text', JSON.stringify(checkoutOf(slug)), { 'Content-Type': 'text/plain' }, 415],
  ['XML', '<checkout/>', { 'Content-Type': 'text/xml' }, 415],
  ['a multipart form', '--x--', { 'Content-Type': 'multipart/form-data; boundary=x' }, 415],
  ['65 kB', Buffer.alloc(65 * 1024, '{'), { 'Content-Type': 'application/json' }, 413],
];

for (const [name, data, headers, status] of bodies) {
  test(`a request with ${name} is answered ${status}`, async ({ request }) => {
    const response = await request.post('/api/checkout', { data, headers });
    expect(response.status()).toBe(status);
    expect((await response.json()).message).toMatch(/\.$/);
  });
}

test('refuses orders from other sites', async ({ request, books }) => {
  const own = await request.get('/api/health');
  const origins = ['https://evil.example', 'null', `${new URL(own.url()).origin}.evil.example`];
  for (const Origin of origins) {
    const data = checkoutOf(slug);
    const response = await request.post('/api/checkout', { data, headers: { Origin } });
    expect(response.status(), Origin).toBe(403);
    expect(await books.ordersUnder(data.checkoutKey)).toEqual([]);
  }
});
