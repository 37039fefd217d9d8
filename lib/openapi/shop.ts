import { MAX_LINES, MAX_QUANTITY } from '../cart/cart-cookie';
import { languages } from '../i18n/languages';
import { maxLengths } from '../input-limits';
import { merchant } from '../merchant';
import { deliveries } from '../orders/delivery';
import { paymentMethods } from '../orders/order-states';
import {
  answer,
  decimal,
  inPath,
  integer,
  json,
  list,
  nullable,
  object,
  oneOf,
  options,
  ref,
  text,
  time,
} from './schema';
import type { ApiPart, Schema } from './types';

const orderId = inPath('orderId', 'The order’s id. It is the key to the order: keep it secret.');

const customer = object({
  name: text('', { minLength: 1, maxLength: maxLengths.buyerName }),
  email: text('', { minLength: 1, maxLength: maxLengths.email }),
  address: text('Street and number.', { minLength: 1, maxLength: maxLengths.address }),
  postalCode: text('', { minLength: 1, maxLength: maxLengths.postalCode }),
  city: text('', { minLength: 1, maxLength: maxLengths.city }),
  country: oneOf(merchant.deliveryCountries),
});

const checkoutRequest = options(
  {
    items: list(
      object({
        slug: text('The product, as in its address.', { minLength: 1, maxLength: maxLengths.orderedSlug }),
        quantity: integer('', { minimum: 1, maximum: MAX_QUANTITY }),
      }),
      { minItems: 1, maxItems: MAX_LINES },
    ),
    customer,
    delivery: text('', { enum: deliveries, default: 'standard' }),
    paymentMethod: oneOf(paymentMethods),
    checkoutKey: text('A new UUID for each order. Sent again, it finds the order that it placed.', { format: 'uuid' }),
    language: text('The language of pages, mails and messages.', { enum: languages, default: 'en' }),
    shownTotal: integer('The total that the buyer saw, in minor units. If it has changed, the checkout is refused.'),
  },
  ['items', 'customer', 'paymentMethod', 'checkoutKey'],
);

const checkoutExample = {
  items: [{ slug: 'birch-butter-knife', quantity: 1 }],
  customer: {
    name: 'Åsa Öström',
    email: 'asa@example.com',
    address: 'Backvägen 3',
    postalCode: '791 71',
    city: 'Falun',
    country: 'SE',
  },
  delivery: 'standard',
  paymentMethod: 'seqr',
  checkoutKey: '5b0c1a52-9d5e-4c1b-8a55-0c6f0b6f7a11',
  language: 'en',
};

const problem = object(
  {
    field: text('Such as `customer.email`; empty for the whole request.'),
    code: text('For programs.'),
    message: text('For people, in the request’s language.'),
    slug: text('The product that the problem is about.'),
    available: integer('How many units can be ordered.'),
  },
  ['slug', 'available'],
);

const paymentStatuses = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'];

const schemas: Record<string, Schema> = {
  CheckoutRequest: checkoutRequest,
  PlacedOrder: object({
    orderId: text('The key to the order.'),
    payUrl: text('The page where the buyer continues.'),
    invoiceReference: nullable(text('SEQR’s invoice. Null if SEQR issued none; the buyer can try again on the page.')),
    invoiceQRCode: nullable(text('The text of the QR code.')),
    statusUrl: text('The address of the payment’s status.'),
  }),
  CheckoutRefusal: object(
    {
      error: text('For programs, such as `invalid`, `sold-out` or `too-many-requests`.'),
      message: text('For people.'),
      problems: list(problem),
      payUrl: text('The page of the order that this key has already placed.'),
      total: integer('The current total in minor units, if the shown one has changed.'),
    },
    ['payUrl', 'total'],
  ),
  PaymentStatus: object(
    {
      resultCode: integer('', { const: 0 }),
      resultDescription: text('', { const: 'SUCCESS' }),
      status: oneOf(paymentStatuses),
      version: integer('Increases with each change.'),
      amount: decimal('The amount to pay. The merchant can reduce an unpaid order.'),
      expiresAt: time('When the payment times out, while it is open.'),
      ersReference: text('SEQR’s reference of the payment, once paid.'),
      paidAt: time('When the order was paid. Present only while it has one paid payment and no part is refunded.'),
      invoiceReference: text('SEQR’s reference of the invoice, once SEQR has it. A new attempt has a new one.'),
      events: text('The address of the event stream, while the payment is open.'),
      held: { type: 'boolean', const: true, description: 'A person must decide: do not ask for payment.' },
      seqrDown: { type: 'boolean', const: true, description: 'SEQR does not answer: the status may be outdated.' },
    },
    ['expiresAt', 'ersReference', 'events', 'held', 'invoiceReference', 'paidAt', 'seqrDown'],
  ),
  ShopError: object({ error: text('For programs.'), message: text('For people.') }),
  RetryLater: object({
    error: oneOf(['too-many-requests', 'unavailable'], 'For programs.'),
    message: text('For people.'),
    problems: list(problem, { maxItems: 0 }),
  }),
};

const status = 'Payment status';
const unknown = answer('There is no such payment.', ref('ShopError'));
const tooMany = answer('Too many requests. `Retry-After` says when to try again.', ref('RetryLater'));
const unavailable = answer('The database is unavailable. `Retry-After` says when to try again.', ref('RetryLater'));

export const shopApi: ApiPart = {
  tags: [
    { name: 'Checkout', description: 'Places an order, as the shop’s own checkout page does.' },
    { name: status, description: 'The payment of an order, from the shop’s database.' },
  ],
  schemas,
  paths: {
    '/api/checkout': {
      post: {
        operationId: 'checkOut',
        tags: ['Checkout'],
        summary: 'Place an order',
        description:
          'Prices come from the catalogue; a price in the request is ignored. Sets the visitor’s cookie, which lists the order under `/orders`. A plain form (`application/x-www-form-urlencoded`) gets a redirect instead.',
        requestBody: { required: true, content: json(ref('CheckoutRequest'), checkoutExample) },
        responses: {
          200: answer('This checkout key has already placed the order.', ref('PlacedOrder')),
          201: answer('The order is placed.', ref('PlacedOrder')),
          400: answer('The request is invalid.', ref('CheckoutRefusal')),
          403: answer('The request comes from another site’s page.', ref('CheckoutRefusal')),
          409: answer(
            'Something is sold out, a price has changed, or the key has placed another order.',
            ref('CheckoutRefusal'),
          ),
          413: answer('The request is too large.', ref('CheckoutRefusal')),
          415: answer('The request is neither JSON nor a form.', ref('CheckoutRefusal')),
          429: answer('Too many requests. `Retry-After` says when to try again.', ref('CheckoutRefusal')),
          503: answer('The database is unavailable. Nothing was placed.', ref('CheckoutRefusal')),
        },
      },
    },
    '/api/orders/{orderId}/payment': {
      get: {
        operationId: 'getPaymentStatus',
        tags: [status],
        summary: 'Read the payment’s status',
        parameters: [orderId],
        responses: {
          200: answer('The status.', ref('PaymentStatus')),
          404: unknown,
          429: tooMany,
          503: unavailable,
        },
      },
    },
    '/api/orders/{orderId}/payment/events': {
      get: {
        operationId: 'followPayment',
        tags: [status],
        summary: 'Follow the payment',
        description: 'Sends the status now and at every change, until the payment is settled.',
        parameters: [orderId],
        responses: {
          200: {
            description: 'Server-sent events. The data of each is a PaymentStatus as JSON.',
            content: { 'text/event-stream': { schema: { type: 'string' } } },
          },
          404: unknown,
          429: tooMany,
          503: unavailable,
        },
      },
    },
  },
};
