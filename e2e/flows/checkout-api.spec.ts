import { checkoutOf, placeOrder } from '../checkout-request';
import { expect, test } from '../fixtures';

test('a checkout makes an order, reserves stock and sends one invoice', async ({ request, books, goods, sandbox }) => {
  const slug = await goods.add({ price: 125_50, stock: 5 });
  const checkout = { ...checkoutOf(slug, 2), delivery: 'express' };
  const response = await request.post('/api/checkout', { data: checkout });
  expect(response.status()).toBe(201);
  const { orderId, payUrl, statusUrl, invoiceReference, invoiceQRCode } = await response.json();
  expect(payUrl).toBe(`/orders/${orderId}/pay`);

  expect(await books.order(orderId)).toMatchObject({ state: 'PENDING', total: 350_00, name: 'Åsa Öström' });
  expect(await books.lines(orderId)).toMatchObject([
    { kind: 'PRODUCT', slug, quantity: 2, unitPrice: 125_50, total: 251_00 },
    { kind: 'DELIVERY', quantity: 1, total: 99_00 },
  ]);
  expect(await goods.read(slug)).toMatchObject({ stock: 3, reserved: 2, sold: 0 });
  expect(await books.payments(orderId)).toMatchObject([
    { attempt: 1, state: 'ISSUED', invoiceReference, amount: 350_00 },
  ]);
  expect(await sandbox.read(invoiceReference)).toMatchObject({ status: 'ISSUED', total: '350.00', currency: 'SEK' });
  expect(invoiceQRCode).toBe(`${new URL(response.url()).origin.toUpperCase()}/R${invoiceReference}`);

  const status = await request.get(statusUrl);
  expect(status.headers()['cache-control']).toBe('no-store, no-transform');
  expect(await status.json()).toMatchObject({ resultCode: 0, status: 'ISSUED', version: 0 });
});

test('four concurrent submissions with one key make one order with one invoice', async ({
  request,
  books,
  goods,
  sandbox,
}) => {
  const slug = await goods.add({ stock: 10 });
  const checkout = checkoutOf(slug);
  const responses = await Promise.all(
    Array.from({ length: 4 }, () => request.post('/api/checkout', { data: checkout })),
  );
  expect(responses.map((response) => response.status()).sort()).toEqual([200, 200, 200, 201]);
  const answers = await Promise.all(responses.map((response) => response.json()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const { orderId, invoiceReference } = answers[0];

  expect(await books.ordersUnder(checkout.checkoutKey)).toMatchObject([{ id: orderId }]);
  expect(await books.payments(orderId)).toMatchObject([{ state: 'ISSUED', invoiceReference }]);
  expect(await sandbox.invoicesSentFor(orderId)).toHaveLength(1);
  expect(await goods.read(slug)).toMatchObject({ stock: 9, reserved: 1 });
});

test('the same key with another cart is refused with a link to the first order', async ({ request, books, goods }) => {
  const slug = await goods.add();
  const checkout = checkoutOf(slug);
  const { orderId } = await placeOrder(request, slug, checkout);
  const response = await request.post('/api/checkout', { data: { ...checkout, items: [{ slug, quantity: 2 }] } });
  expect(response.status()).toBe(409);
  expect(await response.json()).toMatchObject({ error: 'key-reused', payUrl: `/orders/${orderId}/pay` });
  expect(await books.ordersUnder(checkout.checkoutKey)).toHaveLength(1);
});

test('prices from the browser are ignored', async ({ request, books, goods, sandbox }) => {
  const slug = await goods.add({ price: 200_00 });
  const tampered = {
    items: [{ slug, quantity: 1, price: 1, unitPrice: { amount: 1, currency: 'SEK' }, total: -5, vatRate: 0 }],
    total: 1,
    totalAmount: '0.01',
    currency: 'JPY',
    deliveryPrice: 0,
  };
  const { orderId, invoiceReference } = await placeOrder(request, slug, tampered);
  expect(await books.order(orderId)).toMatchObject({ total: 249_00, currency: 'SEK' });
  expect(await sandbox.read(invoiceReference)).toMatchObject({ total: '249.00', currency: 'SEK' });
});

test('a price that has changed since it was shown must be confirmed', async ({ request, books, goods }) => {
  const slug = await goods.add({ price: 200_00 });
  const checkout = { ...checkoutOf(slug), shownTotal: 249_00 };
  await goods.change(slug, { price: 220_00 });
  const refused = await request.post('/api/checkout', { data: checkout });
  expect(refused.status()).toBe(409);
  const { problems, total } = await refused.json();
  expect(problems).toMatchObject([{ field: 'shownTotal', code: 'price-changed' }]);
  expect(total).toBe(269_00);
  expect(await books.ordersUnder(checkout.checkoutKey)).toEqual([]);
  await placeOrder(request, slug, { ...checkout, shownTotal: total });
  expect(await books.ordersUnder(checkout.checkoutKey)).toMatchObject([{ total: 269_00 }]);
});

test('sold-out or scarce products are reported per line', async ({ request, books, goods }) => {
  const [gone, few] = [await goods.add(), await goods.add({ stock: 2 })];
  const checkout = { ...checkoutOf(few), items: [few, gone].map((slug) => ({ slug, quantity: 3 })) };
  await goods.change(gone, { stock: 0 });
  const response = await request.post('/api/checkout', { data: checkout });
  expect(response.status()).toBe(409);
  expect((await response.json()).problems).toMatchObject([
    { field: 'items.0.quantity', code: 'too-many', slug: few, available: 2 },
    { field: 'items.1.quantity', code: 'sold-out', slug: gone },
  ]);
  expect(await books.ordersUnder(checkout.checkoutKey)).toEqual([]);
  expect(await goods.read(few)).toMatchObject({ stock: 2, reserved: 0 });
});

test('one of ten concurrent buyers gets the last unit', async ({ request, goods }) => {
  const slug = await goods.add({ stock: 1 });
  const checkouts = Array.from({ length: 10 }, () => request.post('/api/checkout', { data: checkoutOf(slug) }));
  const statuses = (await Promise.all(checkouts)).map((response) => response.status());
  expect(statuses.sort()).toEqual([201, ...Array(9).fill(409)]);
  expect(await goods.read(slug)).toMatchObject({ stock: 0, reserved: 1, sold: 0 });
});
