import { z } from 'zod';
import { MAX_STOCK, maxLengths, skuPattern } from '../input-limits';
import { merchant } from '../merchant';
import { highestPrice } from '../orders/delivery';
import { cleanHyphenated } from '../typed-text';

// What callers of the test API send. Unknown fields are refused, because a mistyped one would be ignored.

/** Separates the products of callers who share a shop. */
const namespace = z
  .string({ error: 'must be a short name' })
  .regex(/^[a-z0-9]{1,16}$/, 'must have 1 to 16 characters of a–z and 0–9');

const price = z
  .int('must be a whole number of minor units')
  .min(1, 'must be at least 1')
  .max(highestPrice().amount, 'is above SEQR’s limit');

const stock = z
  .int('must be a whole number')
  .min(0, 'must not be negative')
  .max(MAX_STOCK, `must be at most ${MAX_STOCK}`);

const text = (max: number) =>
  z
    .string({ error: 'must be text' })
    .max(max, { error: `must have at most ${max} characters`, abort: true })
    .overwrite((value) => cleanHyphenated(value).trim())
    .min(1, 'must not be empty')
    .refine((value) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value), 'must not contain control characters');

export const newProduct = z.strictObject({
  namespace,
  price: price.default(100_00),
  stock: stock.default(10),
  vatRate: z
    .literal([...merchant.vatRates], { error: `must be one of ${merchant.vatRates.join(', ')}` })
    .default(merchant.vatRates[0]),
  name: text(maxLengths.productName).optional(),
  sku: z
    .string()
    .regex(new RegExp(`^${skuPattern}$`), 'must be an article number')
    .optional(),
});

export const productChange = z
  .strictObject({ namespace, price: price.optional(), stock: stock.optional() })
  .refine(({ price, stock }) => price !== undefined || stock !== undefined, 'price or stock is required');

export const ownNamespace = z.strictObject({ namespace });

const exactlyOne = (values: object) => Object.keys(values).length === 1;

export const orderQuery = z
  .strictObject({ checkoutKey: text(maxLengths.testQuery).optional(), name: text(maxLengths.testQuery).optional() })
  .refine(exactlyOne, 'checkoutKey or name is required');

export const mailQuery = z
  .strictObject({ orderId: text(maxLengths.testQuery).optional(), recipient: text(maxLengths.email).optional() })
  .refine(exactlyOne, 'orderId or recipient is required');

export const pause = z.strictObject({
  seconds: z.int('must be a whole number').min(1, 'must be 1 to 60').max(60, 'must be 1 to 60').default(50),
});

export const session = z.strictObject({ cookie: text(maxLengths.sessionCookie) });
