import { expect, test } from '../fixtures';

test('after SEQR’s notification, a payment is booked once and its receipt is sent', async ({
  request,
  books,
  goods,
  buyer,
  sandbox,
}) => {
  const slug = await goods.add();
  const { orderId, invoiceReference, statusUrl } = await buyer.order(slug);
  const events = request.get(`${statusUrl}/events`);
  await sandbox.pay(invoiceReference);

  // The stream ends with the payment.
  const messages = (await (await events).text()).split('\n').filter((line) => line.startsWith('data: '));
  const { ersReference } = await sandbox.read(invoiceReference);
  expect(JSON.parse(messages.at(-1)?.slice('data: '.length) ?? '')).toMatchObject({ status: 'PAID', ersReference });
  expect(await (await request.get(statusUrl)).json()).toMatchObject({ resultCode: 0, status: 'PAID', ersReference });

  expect((await books.order(orderId)).state).toBe('PAID');
  expect(await books.payments(orderId)).toMatchObject([{ state: 'PAID', ersReference }]);
  expect(await books.history(orderId)).toEqual(['1 CREATED', '1 ISSUED', '1 PAID']);
  expect(await goods.read(slug)).toMatchObject({ stock: 9, reserved: 0, sold: 1 });
  await expect.poll(async () => (await sandbox.read(invoiceReference)).receipts).toHaveLength(1);
  const calls = (await sandbox.messages(invoiceReference)).map(({ operation }) => operation);
  expect(calls.filter((operation) => operation === 'submitPaymentReceipt')).toHaveLength(1);
});

test('a payment confirmed by the shop is not reversed', async ({ request, books, goods, buyer, sandbox }) => {
  const { orderId, invoiceReference, statusUrl } = await buyer.order(await goods.add());
  await sandbox.pay(invoiceReference);
  await expect.poll(async () => (await (await request.get(statusUrl)).json()).status).toBe('PAID');
  await sandbox.advance(invoiceReference, 60);
  const { status, acknowledgedAt, paid } = await sandbox.read(invoiceReference);
  expect({ status, paid }).toEqual({ status: 'PAID', paid: '149.00' });
  expect(acknowledgedAt).not.toBeNull();
  expect((await books.order(orderId)).state).toBe('PAID');
});

test('forged, garbled and repeated notifications change nothing', async ({ request, books, goods, buyer, sandbox }) => {
  const { orderId, invoiceReference } = await buyer.order(await goods.add());
  const started = performance.now();
  const path = '/api/seqr/notifications';
  const address = `${path}?order=${orderId}`;
  const forged = Array.from({ length: 20 }, () => request.post(address, { form: { invoiceReference } }));
  for (const response of await Promise.all(forged)) expect(response.status()).toBe(204);
  const others = [
    request.post(path, { form: { invoiceReference: '9999999999999' } }),
    request.post(address, { data: { invoiceReference, status: 'PAID' } }),
    request.post(address, { data: '<paid/>', headers: { 'Content-Type': 'text/xml' } }),
    request.post(address),
  ];
  for (const response of await Promise.all(others)) expect(response.status()).toBe(204);
  const huge = await request.post(address, { data: Buffer.alloc(1_000_000, 'x') });
  expect(huge.status()).toBe(413);

  expect((await books.order(orderId)).state).toBe('PENDING');
  expect(await books.history(orderId)).toEqual(['1 CREATED', '1 ISSUED']);
  const queries = (await sandbox.messages(invoiceReference)).filter(
    ({ operation }) => operation === 'getPaymentStatus',
  );
  // The shop sends at most one status query per second, however long the test has taken.
  expect(queries.length).toBeLessThanOrEqual(2 + Math.ceil((performance.now() - started) / 1000));
});

test('an unknown order answers 404, as a page and in the API', async ({ request, goods, buyer }) => {
  const { orderId } = await buyer.order(await goods.any());
  const near = orderId.slice(0, -1) + (orderId.endsWith('A') ? 'B' : 'A');
  for (const id of [near, orderId.toLowerCase(), '1', '..%2f..%2fcart', "'%20OR%201=1--", '%00']) {
    const paths = [`/orders/${id}/pay`, `/orders/${id}/receipt`, `/sv/orders/${id}/pay`];
    const api = [`/api/orders/${id}/payment`, `/api/orders/${id}/payment/events`];
    for (const path of [...paths, ...api]) expect((await request.get(path)).status(), path).toBe(404);
    for (const path of ['payment', 'cancel']) {
      const response = await request.post(`/api/orders/${id}/${path}`, { maxRedirects: 0 });
      expect(response.status(), path).toBe(404);
    }
  }
});
