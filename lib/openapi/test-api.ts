import { MAX_STOCK, maxLengths, skuPattern } from '../input-limits';
import { merchant } from '../merchant';
import { highestPrice } from '../orders/delivery';
import {
  answer,
  flag,
  inPath,
  inQuery,
  integer,
  json,
  list,
  nullable,
  object,
  options,
  ref,
  text,
  time,
} from './schema';
import type { ApiPart, ApiResponse, Operation, Schema } from './types';

const tag = 'Test API';
const some = (description?: string) => nullable(text(description));
const someTime = (description?: string) => nullable(time(description));
const error = (description: string): ApiResponse => answer(description, ref('TestApiError'));

const namespace = text('Separates callers who share a shop.', { pattern: '^[a-z0-9]{1,16}$' });
const price = integer('In minor units, VAT included.', { minimum: 1, maximum: highestPrice().amount });
const stock = integer('Units for sale.', { minimum: 0, maximum: MAX_STOCK });

const newProduct: Schema = {
  ...options(
    {
      namespace,
      price: { ...price, default: 100_00 },
      stock: { ...stock, default: 10 },
      vatRate: {
        type: 'integer',
        enum: [...merchant.vatRates],
        default: merchant.vatRates[0],
        description: 'In hundredths of a per cent.',
      },
      name: text('Default: `Thing` and the slug.', { minLength: 1, maxLength: maxLengths.productName }),
      sku: text('The article number.', { pattern: `^${skuPattern}$` }),
    },
    ['namespace'],
  ),
  additionalProperties: false,
};
const productChange: Schema = {
  ...options({ namespace, price, stock }, ['namespace']),
  anyOf: [{ required: ['price'] }, { required: ['stock'] }],
  additionalProperties: false,
};
const nameQuery = (name: string, description: string, maxLength: number) =>
  inQuery(name, description, text(undefined, { minLength: 1, maxLength }));

const order: Record<string, Schema> = {
  id: text(),
  number: integer(),
  state: text(),
  paymentMethod: text(),
  language: text(),
  currency: text(),
  total: integer('In minor units.'),
  delivery: text(),
  name: text(),
  email: text(),
  bankReference: some(),
  createdAt: time(),
  expiresAt: time(),
  paidAt: someTime(),
  closedAt: someTime(),
  deliveredAt: someTime(),
};
const line = object({
  kind: text(),
  slug: some(),
  sku: some(),
  name: text(),
  quantity: integer(),
  unitPrice: integer(),
  vatRate: nullable(integer()),
  total: integer(),
  returned: integer(),
});
const payment = object({
  id: text(),
  attempt: integer(),
  state: text(),
  amount: integer(),
  currency: text(),
  refunded: integer(),
  invoiceReference: some(),
  ersReference: some(),
  failure: some(),
  expiresAt: time(),
  nextCheckAt: someTime(),
  paidAt: someTime(),
});
const refund = object({
  id: text(),
  amount: integer(),
  currency: text(),
  state: text(),
  cause: text(),
  reason: text(),
  actor: some(),
  failure: some(),
  ersReference: some(),
  createdAt: time(),
  settledAt: someTime(),
});
const step = object({
  attempt: nullable(integer()),
  at: time(),
  source: text(),
  fromState: some(),
  toState: text(),
});
const task = object({ kind: text(), subjectId: text(), attempts: integer(), nextAt: time(), failure: some() });

const schemas: Record<string, Schema> = {
  TestApiError: object({ error: text('For people.') }),
  TestApiUnavailable: object({
    error: text('', { const: 'unavailable' }),
    message: text('For people.'),
    problems: list(text(), { maxItems: 0 }),
  }),
  TestProduct: object({
    slug: text(),
    sku: some(),
    price: integer(),
    currency: text(),
    vatRate: integer(),
    stock: integer('Units for sale.'),
    reserved: integer(),
    sold: integer(),
    categorySlug: text(),
  }),
  Order: object({
    ...order,
    lines: list(line),
    payments: list(payment),
    history: list(step),
    refunds: list(refund),
    mails: list(ref('Mail')),
    tasks: list(task),
  }),
  Mail: object({
    kind: text(),
    orderId: some(),
    recipient: text(),
    subject: text(),
    text: text(),
    createdAt: time(),
    sentAt: someTime(),
    failure: some(),
  }),
};

type Described = Omit<Operation, 'tags' | 'responses'>;

/** Every operation of the test API requires the key. */
function operation(described: Described, good: ApiResponse, refusals: Record<string, ApiResponse>): Operation {
  return {
    ...described,
    tags: [tag],
    security: [{ testApiKey: [] }],
    responses: {
      200: good,
      ...refusals,
      401: error('The key is missing or wrong.'),
      503: answer('The database is unavailable. `Retry-After` says when to try again.', ref('TestApiUnavailable')),
    },
  };
}

const invalid = { 400: error('The request is invalid.') };
const unknown = { 404: error('There is no such product or order.') };
const id = inPath('id', 'The order’s id.');
const product = answer('The product.', ref('TestProduct'));

export const testApi: ApiPart = {
  tags: [
    {
      name: tag,
      description: 'Prepares and checks a shop for browser tests.',
    },
  ],
  schemas,
  securitySchemes: {
    testApiKey: {
      type: 'http',
      scheme: 'bearer',
      description: 'Requires the header `Authorization: Bearer <TEST_API_KEY>`.',
    },
  },
  paths: {
    '/api/test/products': {
      post: operation(
        {
          operationId: 'addProduct',
          summary: 'Add a product for sale',
          requestBody: { required: true, content: json(newProduct, { namespace: 'mytests', price: 5000, stock: 3 }) },
        },
        product,
        { ...invalid, 409: error('Another product has the article number.') },
      ),
      delete: operation(
        {
          operationId: 'removeProducts',
          summary: 'Remove a namespace’s products',
          description: 'A product that an order contains is archived instead. Repeat the request while `more` is true.',
          parameters: [{ ...inQuery('namespace', 'Whose products.', namespace), required: true }],
        },
        answer('What was removed.', object({ deleted: list(text()), archived: list(text()), more: flag() })),
        invalid,
      ),
    },
    '/api/test/products/{slug}': {
      get: operation(
        { operationId: 'getProduct', summary: 'Read a product', parameters: [inPath('slug', 'The product.')] },
        product,
        unknown,
      ),
      patch: operation(
        {
          operationId: 'changeProduct',
          summary: 'Change a product’s price or stock',
          description: 'Give `price`, `stock` or both.',
          parameters: [inPath('slug', 'A product of the namespace.')],
          requestBody: { required: true, content: json(productChange, { namespace: 'mytests', stock: 0 }) },
        },
        product,
        { ...invalid, ...unknown },
      ),
    },
    '/api/test/products/{slug}/expire-orders': {
      post: operation(
        {
          operationId: 'expireOrdersOfProduct',
          summary: 'Make the unpaid orders with a product expire now',
          description:
            'The shop closes the orders within 40 seconds after the answer. Only then are their units for sale again: wait until `reserved` falls. Repeat the request while `more` is true.',
          parameters: [inPath('slug', 'A product of the namespace.')],
          requestBody: {
            required: true,
            content: json(
              { ...options({ namespace }, ['namespace']), additionalProperties: false },
              { namespace: 'mytests' },
            ),
          },
        },
        answer('The orders that have expired.', object({ expired: list(text('An order’s id.')), more: flag() })),
        { ...invalid, ...unknown },
      ),
    },
    '/api/test/sessions/expire': {
      post: operation(
        {
          operationId: 'expireSession',
          summary: 'Make a session of the back office expire now',
          requestBody: {
            required: true,
            content: json(
              {
                ...options(
                  {
                    cookie: text('The value of the cookie `admin-session`.', {
                      minLength: 1,
                      maxLength: maxLengths.sessionCookie,
                    }),
                  },
                  ['cookie'],
                ),
                additionalProperties: false,
              },
              { cookie: 'eyJpZCI6IjEifQ.c2lnbmF0dXJl' },
            ),
          },
        },
        answer('It has expired.', object({ expiresAt: time() })),
        { ...invalid, 404: error('There is no such session.') },
      ),
    },
    '/api/test/orders': {
      get: operation(
        {
          operationId: 'findOrders',
          summary: 'Find orders, newest first',
          description: 'Give exactly one parameter. At most 100 orders.',
          parameters: [
            nameQuery('checkoutKey', 'The checkout’s key.', maxLengths.testQuery),
            nameQuery('name', 'The buyer’s exact name.', maxLengths.testQuery),
          ],
        },
        answer('The orders.', object({ orders: list(object(order)) })),
        invalid,
      ),
    },
    '/api/test/orders/{id}': {
      get: operation(
        { operationId: 'getOrder', summary: 'Read an order with everything that belongs to it', parameters: [id] },
        answer('The order.', ref('Order')),
        unknown,
      ),
    },
    '/api/test/orders/{id}/expire': {
      post: operation(
        {
          operationId: 'expireOrder',
          summary: 'Make an unpaid order expire now',
          description: 'The shop closes it within 40 seconds after the answer.',
          parameters: [id],
        },
        answer('It has expired.', object({ expiresAt: time() })),
        { ...unknown, 409: error('The order is not open.') },
      ),
    },
    '/api/test/orders/{id}/pause-polling': {
      post: operation(
        {
          operationId: 'pausePolling',
          summary: 'Stop polling SEQR about an open payment',
          description: 'Notifications still arrive.',
          parameters: [id],
          requestBody: {
            content: json(
              {
                ...options({ seconds: integer('', { minimum: 1, maximum: 60, default: 50 }) }),
                additionalProperties: false,
              },
              { seconds: 30 },
            ),
          },
        },
        answer('Polling is paused.', object({ nextCheckAt: time('The next poll.') })),
        { ...invalid, ...unknown, 409: error('The order has no open payment.') },
      ),
    },
    '/api/test/mails': {
      get: operation(
        {
          operationId: 'findMails',
          summary: 'Find mails, newest first',
          description: 'Give exactly one parameter. At most 100 mails.',
          parameters: [
            nameQuery('orderId', 'The order’s id.', maxLengths.testQuery),
            nameQuery('recipient', 'The address.', maxLengths.email),
          ],
        },
        answer('The mails.', object({ mails: list(ref('Mail')) })),
        invalid,
      ),
    },
  },
};
