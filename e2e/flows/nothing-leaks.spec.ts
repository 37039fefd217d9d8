import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testFolder, testVariables } from '../../scripts/shared/test-environment.mjs';
import { newAddress } from '../addresses';
import { checkoutOf, type PlacedOrder } from '../checkout-request';
import { expect, test } from '../fixtures';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

const root = join(import.meta.dirname, '..', '..');

test.skip(isRunningShop, needsOwnServer);

test('the log mentions a purchase without personal data', async ({ request, goods, sandbox, books, baseURL }) => {
  const customer = {
    name: 'Zebedäus Logprov',
    email: 'zebedaus.logprov@example.com',
    address: 'Hemliga Gränden 77',
    postalCode: '11122',
    city: 'Logprovsta',
    country: 'SE',
  };
  const slug = await goods.add({ stock: 1 });
  const response = await request.post('/api/checkout', { data: { ...checkoutOf(slug), customer } });
  expect(response.status(), await response.text()).toBe(201);
  const { orderId, invoiceReference }: PlacedOrder = await response.json();
  await sandbox.pay(invoiceReference);
  await expect.poll(async () => (await books.order(orderId))?.state).toBe('PAID');
  const guess = `guess-${randomUUID()}`;
  await request.post('/admin/session', {
    form: { name: customer.name, password: guess },
    headers: { 'X-Forwarded-For': newAddress() },
  });

  const log = () => readFileSync(join(root, testFolder(new URL(baseURL ?? '').port), 'server.log'), 'utf8');
  await expect.poll(log).toContain('payments: paid');
  await expect.poll(log).toContain('admin: a sign-in failed');
  const secrets = [
    orderId,
    guess,
    testVariables('', 0).ADMIN_PASSWORD,
    testVariables('', 0).TEST_API_KEY,
    '"12345678"',
    ...[customer.name, customer.email, customer.address, customer.city],
  ];
  for (const secret of secrets) expect(log().includes(secret), `${secret} is in the log`).toBe(false);
  // The shop stores the postal code with a space. A timestamp may contain the same digits.
  expect(log(), 'the postal code is in the log').not.toMatch(/\b111 ?22\b/);
});

test('the files for the browser contain no secrets and no server code', () => {
  const files = ['.next/static', 'public'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|mjs|json|css|html|map)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  expect(files.length).toBeGreaterThan(10);
  const forbidden = [
    testVariables('', 0).ADMIN_PASSWORD,
    'public_test_shop_terminal',
    ...['_PASSWORD', 'SESSION_SECRET', 'SANDBOX_KEY', 'TEST_API_KEY', 'DATABASE_URL', 'SMTP_URL'],
    ...['better-sqlite3', 'PrismaClient', 'sqlite', 'initiatorPrincipalId'],
  ];
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const word of forbidden) expect(text.includes(word), `${word} stands in ${file}`).toBe(false);
    expect(/\.map$/.test(file), `${file} is a source map`).toBe(false);
  }
});
