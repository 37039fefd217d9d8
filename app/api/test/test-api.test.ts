// Calls the routes of the test API as the browser tests do, on a separate database.
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSession, verifySession } from '@/lib/admin/session';
import { db } from '@/lib/db/client';
import { newUuid } from '@/lib/ids';
import { describeApi } from '@/lib/openapi/describe-api';
import { syncPayment } from '@/lib/payments/sync-payment';
import { addresses } from '@/lib/testing/checkouts';
import { configure } from '@/lib/testing/configure';
import { issuedOrder } from '@/lib/testing/issued-order';
import { openValidator } from '@/lib/testing/open-validator';
import { addPaidOrder, addRefund } from '@/lib/testing/order-rows';
import { type ScriptedSeqr, startScriptedSeqr } from '@/lib/testing/scripted-seqr';
import { addProducts, openShopDatabase, stockOf } from '@/lib/testing/shop-database';
import { GET as mails } from './mails/route';
import { POST as expire } from './orders/[id]/expire/route';
import { POST as pausePolling } from './orders/[id]/pause-polling/route';
import { GET as order } from './orders/[id]/route';
import { GET as orders } from './orders/route';
import { POST as expireOrders } from './products/[slug]/expire-orders/route';
import { PATCH as change, GET as product } from './products/[slug]/route';
import { POST as add, DELETE as remove } from './products/route';
import { POST as expireSession } from './sessions/expire/route';

const renewed: string[] = [];
vi.mock('next/cache', () => ({ revalidatePath: (path: string) => renewed.push(path) }));

const routes = {
  ...{ mails, expire, pausePolling, order, orders, product, change, add, remove, expireOrders, expireSession },
};
/** Where /api/openapi.json describes each route. */
const described: Record<keyof typeof routes, string> = {
  mails: '/api/test/mails/get',
  expire: '/api/test/orders/{id}/expire/post',
  pausePolling: '/api/test/orders/{id}/pause-polling/post',
  order: '/api/test/orders/{id}/get',
  orders: '/api/test/orders/get',
  product: '/api/test/products/{slug}/get',
  change: '/api/test/products/{slug}/patch',
  add: '/api/test/products/post',
  remove: '/api/test/products/delete',
  expireOrders: '/api/test/products/{slug}/expire-orders/post',
  expireSession: '/api/test/sessions/expire/post',
};
const validator = openValidator(describeApi({ shop: false, sandbox: false, testApi: true }));
const key = 'a key that is long enough';
const unset = { TEST_API_KEY: '' };
let service: ScriptedSeqr;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
  service = await startScriptedSeqr();
  // Orders that the tests write directly have lower numbers.
  await db().write((tx) => tx.orderNumber.create({ data: { id: 1, next: 50_000 } }));
});
beforeEach(() => {
  configure({ TEST_API_KEY: key, SEQR_WSDL_URL: `${service.endpoint}?wsdl` });
  renewed.length = 0;
});
afterAll(async () => {
  await service.close();
  await close();
});

type Asked = { params?: Record<string, string>; body?: unknown; query?: string; authorization?: string | null };

async function ask(name: keyof typeof routes, { params, body, query = '', authorization }: Asked = {}) {
  const bearer = authorization === undefined ? `Bearer ${key}` : authorization;
  const request = new Request(`http://localhost:3000/api/test?${query}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: bearer === null ? {} : { authorization: bearer },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  // As in Next, `params` is undefined for a route without parameters.
  const response = await routes[name](request, { params: Promise.resolve(params as never) });
  const text = await response.text();
  const json = text.startsWith('{') ? JSON.parse(text) : text;
  if (json !== text) {
    const at = `paths/${described[name]}/responses/${response.status}/content/application/json/schema`;
    expect(validator.problems(at, json), at).toEqual([]);
  }
  return { status: response.status, json };
}

const addOne = async (values: object = {}) =>
  (await ask('add', { body: { namespace: 'mine', ...values } })).json.slug as string;
const problem = (status: number, message: RegExp) => ({ status, json: { error: expect.stringMatching(message) } });

describe.each(Object.keys(routes) as (keyof typeof routes)[])('%s', (name) => {
  it.each([null, '', 'Bearer', 'Bearer wrong', `Basic ${key}`, `Bearer ${key}x`, key])(
    'is refused with the header %j',
    async (authorization) => {
      expect(await ask(name, { authorization })).toEqual(problem(401, /requires its key/));
    },
  );

  it.each([null, 'Bearer ', 'Bearer undefined', `Bearer ${key}`])(
    'does not exist without the variable, with the header %j',
    async (authorization) => {
      configure(unset);
      expect(await ask(name, { authorization })).toEqual({ status: 404, json: 'Not found.\n' });
    },
  );
});

describe('a product', () => {
  it('is for sale with the given values, but in no list', async () => {
    const sku = `S-${newUuid().slice(0, 8)}`;
    const given = { price: 129_50, stock: 3, vatRate: 6_00, name: 'En l\u00ADång sak', sku };
    const { status, json } = await ask('add', { body: { namespace: 'mine', ...given } });
    expect(status).toBe(200);
    const { name, ...columns } = given;
    expect(json).toMatchObject({ ...columns, currency: 'SEK', reserved: 0, sold: 0 });
    expect(json.slug).toMatch(/^test-mine-[0-9a-f]{12}$/);
    expect((await ask('product', { params: { slug: json.slug } })).json).toEqual(json);
    const row = await db().read.product.findUniqueOrThrow({
      where: { slug: json.slug },
      include: { texts: true, category: { include: { texts: true } }, searches: true },
    });
    expect(row).toMatchObject({ published: true, texts: [{ name }, { name }], category: { texts: [] } });
    expect(row.searches).toHaveLength(2);
  });

  it('has defaults for everything but the namespace', async () => {
    const slug = await addOne();
    expect((await ask('product', { params: { slug } })).json).toMatchObject({
      price: 100_00,
      stock: 10,
      vatRate: 25_00,
    });
  });

  it.each([
    [{}, /^namespace: must be a short name$/],
    [{ namespace: 'a-b' }, /namespace: must have 1 to 16/],
    [{ namespace: 'a'.repeat(17) }, /namespace/],
    [{ namespace: 'a', price: 0 }, /price: must be at least 1/],
    [{ namespace: 'a', price: 1.5 }, /price: must be a whole number/],
    [{ namespace: 'a', price: '100' }, /price/],
    [{ namespace: 'a', price: 1e12 }, /price: is above SEQR’s limit/],
    [{ namespace: 'a', stock: -1 }, /stock: must not be negative/],
    [{ namespace: 'a', stock: 1e9 }, /stock: must be at most/],
    [{ namespace: 'a', vatRate: 7_00 }, /vatRate: must be one of 2500, 1200, 600/],
    [{ namespace: 'a', name: ' ' }, /name: must not be empty/],
    [{ namespace: 'a', name: 'a\u0000b' }, /name: must not contain control/],
    [{ namespace: 'a', name: 'a'.repeat(121) }, /name: must have at most 120/],
    [{ namespace: 'a', sku: 'a b' }, /sku: must be an article number/],
    [{ namespace: 'a', prise: 1 }, /prise/],
    [{ namespace: 'a', price: 0, stock: -1 }, /price: .*; stock: /],
    ['{', /not JSON/],
    ['[]', /./],
  ])('is refused if it is %j', async (body, message) => {
    expect(await ask('add', { body })).toEqual(problem(400, message));
  });

  it('is refused if it has more than 10 kB', async () => {
    const body = { namespace: 'a'.repeat(20_000) };
    expect(await ask('add', { body })).toEqual(problem(400, /larger than 10000 bytes/));
  });

  it('has a unique article number', async () => {
    const sku = `S-${newUuid().slice(0, 8)}`;
    await addOne({ sku });
    expect(await ask('add', { body: { namespace: 'other', sku } })).toEqual(problem(409, /article number S-/));
  });

  it('can get another price or stock, and its pages are rendered again', async () => {
    const slug = await addOne({ stock: 4 });
    expect((await ask('change', { params: { slug }, body: { namespace: 'mine', price: 50_00 } })).json).toMatchObject({
      ...{ price: 50_00, stock: 4 },
    });
    expect(renewed).toContain(`/sv/products/${slug}`);
    await ask('change', { params: { slug }, body: { namespace: 'mine', stock: 0 } });
    expect((await ask('product', { params: { slug } })).json).toMatchObject({ price: 50_00, stock: 0 });
  });

  it('is changed only through its own namespace, and the merchant’s products never are', async () => {
    await addProducts([{ slug: 'test-mine-mug' }, { slug: 'mug' }]);
    const slug = await addOne();
    for (const [target, namespace] of [
      [slug, 'min'],
      [slug, 'other'],
      ['test-mine-mug', 'mine'],
      ['mug', 'mine'],
      ['nothing', 'mine'],
    ] as const) {
      const answer = await ask('change', { params: { slug: target }, body: { namespace, stock: 1 } });
      expect(answer, target).toEqual(problem(404, /has no such product/));
    }
    expect(await stockOf('mug')).toMatchObject({ stock: 10 });
    expect(await ask('product', { params: { slug: 'nothing' } })).toEqual(problem(404, /no such product/));
    expect(await ask('product', { params: { slug: 'a\u0000' } })).toEqual(problem(404, /no such address/));
    expect(await ask('change', { params: { slug }, body: { namespace: 'mine' } })).toEqual(problem(400, /is required/));
  });
});

describe('the orders of a product', () => {
  it('expire if they are unpaid, through the product’s own namespace only', async () => {
    const [slug, other] = [await addOne(), await addOne()];
    const [first, second, paid, unrelated] = [
      await issuedOrder(slug, addresses),
      await issuedOrder(slug, addresses),
      await issuedOrder(slug, addresses),
      await issuedOrder(other, addresses),
    ];
    service.set(paid.reference, { status: 'PAID' });
    const { id: paymentId } = await db().read.payment.findFirstOrThrow({ where: { orderId: paid.orderId } });
    await syncPayment(paymentId, 'page');
    const { expiresAt: paidUntil } = (await ask('order', { params: { id: paid.orderId } })).json;
    const body = { namespace: 'mine' };
    for (const [target, namespace] of [
      [slug, 'other'],
      ['nothing', 'mine'],
    ] as const)
      expect(await ask('expireOrders', { params: { slug: target }, body: { namespace } })).toEqual(
        problem(404, /has no such product/),
      );
    const { status, json } = await ask('expireOrders', { params: { slug }, body });
    expect([status, json.expired.toSorted(), json.more]).toEqual([
      200,
      [first.orderId, second.orderId].toSorted(),
      false,
    ]);
    for (const [id, isExpired] of [
      [first.orderId, true],
      [second.orderId, true],
      [unrelated.orderId, false],
    ] as const) {
      const { payments, expiresAt } = (await ask('order', { params: { id } })).json;
      expect(Date.parse(expiresAt) < Date.now()).toBe(isExpired);
      expect(payments).toMatchObject([{ expiresAt }]);
    }
    expect((await ask('order', { params: { id: paid.orderId } })).json).toMatchObject({
      ...{ state: 'PAID', expiresAt: paidUntil },
    });
    expect((await ask('expireOrders', { params: { slug }, body })).json).toEqual({ expired: [], more: false });
    expect(await ask('expireOrders', { params: { slug }, body: {} })).toEqual(problem(400, /namespace/));
  });
});

describe('a session of the back office', () => {
  it('expires at once, and other sessions do not', async () => {
    configure({ TEST_API_KEY: key, ADMIN_PASSWORD: 'pine needles 7' });
    const [{ cookie }, other] = [startSession('Åsa'), startSession('Åsa')];
    const { status, json } = await ask('expireSession', { body: { cookie } });
    expect([status, Date.parse(json.expiresAt) <= Date.now()]).toEqual([200, true]);
    expect(await verifySession(cookie)).toBeNull();
    expect(await verifySession(other.cookie)).not.toBeNull();
    for (const unknown of [cookie, 'x', `${other.cookie}x`])
      expect(await ask('expireSession', { body: { cookie: unknown } })).toEqual(problem(404, /no such session/));
    for (const body of [{}, { cookie: '' }, { cookie: 5 }, { cookie, more: 1 }])
      expect(await ask('expireSession', { body })).toEqual(problem(400, /./));
  });
});

describe('a namespace', () => {
  it('is emptied: ordered products are archived, and other namespaces keep their products', async () => {
    const [unused, ordered, other] = [
      await addOne({ namespace: 'gone' }),
      await addOne({ namespace: 'gone' }),
      await addOne({ namespace: 'gone2' }),
    ];
    const { orderId } = await issuedOrder(ordered, addresses);
    expect((await ask('remove', { query: 'namespace=gone' })).json).toEqual({
      ...{ deleted: [unused], archived: [ordered], more: false },
    });
    expect(renewed).toEqual(expect.arrayContaining([`/en/products/${unused}`, `/en/products/${ordered}`]));
    const left = await db().read.product.findMany({ where: { slug: { in: [unused, ordered, other] } } });
    expect(left.map(({ slug, published }) => [slug, published]).sort()).toEqual(
      [
        [ordered, false],
        [other, true],
      ].sort(),
    );
    expect((await ask('order', { params: { id: orderId } })).json).toMatchObject({ lines: [{ slug: ordered }, {}] });
    expect((await ask('remove', { query: 'namespace=gone' })).json).toMatchObject({ deleted: [], archived: [] });
    expect(await ask('remove', {})).toEqual(problem(400, /namespace/));
    expect(await ask('remove', { query: 'namespace=%25' })).toEqual(problem(400, /namespace/));
  });
});

describe('an order', () => {
  it('is read with everything that belongs to it', async () => {
    const slug = await addOne({ stock: 5, price: 80_00 });
    const { orderId, reference } = await issuedOrder(slug, addresses);
    expect((await ask('order', { params: { id: orderId } })).json).toMatchObject({
      ...{ id: orderId, state: 'PENDING', paymentMethod: 'seqr', name: 'Å', total: 129_00, deliveredAt: null },
      lines: [{ kind: 'PRODUCT', slug, quantity: 1, unitPrice: 80_00 }, { kind: 'DELIVERY' }],
      payments: [{ attempt: 1, state: 'ISSUED', invoiceReference: reference, amount: 129_00 }],
      history: [
        { attempt: 1, toState: 'CREATED' },
        { attempt: 1, toState: 'ISSUED', source: 'checkout' },
      ],
      ...{ refunds: [], mails: [], tasks: [] },
    });
    expect((await ask('product', { params: { slug } })).json).toMatchObject({ stock: 4, reserved: 1, sold: 0 });
    expect(await ask('order', { params: { id: 'nothing' } })).toEqual(problem(404, /no such order/));
  });

  it('is found by checkout key or by the buyer’s name', async () => {
    const id = await addPaidOrder(newUuid(), 10_00);
    await addRefund(id, 5_00, 'DONE', null);
    const name = `Buyer ${newUuid()}`;
    const { checkoutKey } = await db().write((tx) => tx.order.update({ where: { id }, data: { name } }), id);
    for (const query of [{ checkoutKey }, { name }]) {
      const { json } = await ask('orders', { query: String(new URLSearchParams(query)) });
      expect(json).toMatchObject({ orders: [{ id, name, total: 10_00 }] });
    }
    expect((await ask('order', { params: { id } })).json).toMatchObject({ refunds: [{ amount: 5_00, state: 'DONE' }] });
    expect((await ask('orders', { query: 'name=nobody' })).json).toEqual({ orders: [] });
    for (const query of ['', 'name=', 'name=a&checkoutKey=b', 'email=a', 'name=a%00', `name=${'a'.repeat(101)}`])
      expect(await ask('orders', { query }), query).toEqual(problem(400, /./));
  });

  it('expires now if it is open', async () => {
    const { orderId } = await issuedOrder(await addOne(), addresses);
    const { json } = await ask('expire', { params: { id: orderId }, body: '' });
    expect(Date.parse(json.expiresAt)).toBeLessThan(Date.now());
    const { expiresAt } = json;
    expect((await ask('order', { params: { id: orderId } })).json).toMatchObject({
      ...{ expiresAt, payments: [{ expiresAt, nextCheckAt: expiresAt }] },
    });
    const paid = await addPaidOrder(newUuid(), 10_00);
    expect(await ask('expire', { params: { id: paid }, body: '' })).toEqual(problem(409, /not open/));
    expect(await ask('expire', { params: { id: 'nothing' }, body: '' })).toEqual(problem(404, /no such order/));
  });

  it('is not polled for a while', async () => {
    const { orderId: id } = await issuedOrder(await addOne(), addresses);
    const { json } = await ask('pausePolling', { params: { id }, body: { seconds: 60 } });
    expect(Date.parse(json.nextCheckAt)).toBeGreaterThan(Date.now() + 50_000);
    expect((await ask('order', { params: { id } })).json.payments).toMatchObject([{ nextCheckAt: json.nextCheckAt }]);
    for (const seconds of [0, 61, 1.5, '9'])
      expect(await ask('pausePolling', { params: { id }, body: { seconds } })).toEqual(problem(400, /seconds/));
    const paid = await addPaidOrder(newUuid(), 10_00);
    const closed = await ask('pausePolling', { params: { id: paid }, body: '' });
    expect(closed).toEqual(problem(409, /no open payment/));
  });
});

describe('mails', () => {
  it('are found by order or address', async () => {
    const orderId = await addPaidOrder(newUuid(), 10_00);
    const recipient = `${orderId}@example.com`;
    const texts = { subject: 'Your receipt', text: 'Thank you!', html: '<p>Thank you!' };
    await db().write(
      (tx) =>
        tx.mail.create({
          data: {
            id: newUuid(),
            cause: newUuid(),
            kind: 'receipt',
            orderId,
            recipient,
            createdAt: new Date(),
            ...texts,
          },
        }),
      orderId,
    );
    const mail = { kind: 'receipt', orderId, recipient, subject: texts.subject, text: texts.text, sentAt: null };
    for (const query of [{ orderId }, { recipient }]) {
      const { json } = await ask('mails', { query: String(new URLSearchParams(query)) });
      expect(json).toMatchObject({ mails: [mail] });
    }
    expect((await ask('order', { params: { id: orderId } })).json).toMatchObject({ mails: [mail] });
    for (const query of ['', 'orderId=a&recipient=b', `recipient=${'a'.repeat(255)}`])
      expect(await ask('mails', { query }), query).toEqual(problem(400, /./));
  });
});
