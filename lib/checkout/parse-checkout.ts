import { createHash } from 'node:crypto';
import { z } from 'zod';
import { MAX_LINES, MAX_QUANTITY } from '../cart/cart-cookie';
import { isServedLanguage, type Language, languages } from '../i18n/languages';
import { MAX_PROBLEMS, maxLengths } from '../input-limits';
import { merchant } from '../merchant';
import { deliveries } from '../orders/delivery';
import { paymentMethods } from '../orders/order-states';
import { cleanTyped } from '../typed-text';
import { parsePostalCode } from './postal-code';
import { type CheckoutProblem, checkoutProblem, isProblemCode } from './problems';

// The messages in these schemas are problem codes, which map to sentences in the buyer's language.
const text = (max: number) =>
  z
    .string({ error: 'required' })
    // Replaces no-break and other special spaces with ordinary ones.
    .overwrite((value) =>
      cleanTyped(value)
        .replace(/\p{Zs}/gu, ' ')
        .trim(),
    )
    .min(1, 'required')
    // Skips the remaining checks for an overlong text.
    .max(max, { error: 'too-long', abort: true })
    .refine((value) => !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value), 'bad-characters');

/** These texts are repeated in mails to an unverified mailbox, so they must not contain advertising links. */
const mailedText = (max: number) => text(max).refine((value) => !/:\/\/|www\./i.test(value), 'no-links');

const customer = z
  .object(
    {
      name: mailedText(maxLengths.buyerName),
      email: text(maxLengths.email)
        .regex(/^[^\s@<>()[\],;:"\\]+@[^\s@.<>()[\],;:"\\]+(\.[^\s@.<>()[\],;:"\\]+)+$/, 'bad-email')
        .refine((value) => !/[^\0-\x7f]/.test(value.slice(0, value.indexOf('@') + 1)), 'email-letters')
        .refine((value) => !/^\.|\.\.|\.@/.test(value), 'email-dots'),
      address: mailedText(maxLengths.address),
      postalCode: text(maxLengths.postalCode),
      city: mailedText(maxLengths.city),
      country: z.string({ error: 'bad-country' }).transform((typed, { issues }) => {
        const country = merchant.deliveryCountries.find((code) => code === typed);
        if (country) return country;
        issues.push({ code: 'custom', input: typed, message: 'bad-country' });
        return z.NEVER;
      }),
    },
    { error: 'required' },
  )
  .transform((typed, { issues }) => {
    const postalCode = parsePostalCode(typed.postalCode, typed.country);
    if (postalCode !== null) return { ...typed, postalCode };
    issues.push({
      code: 'custom',
      input: typed.postalCode,
      path: ['postalCode'],
      message: `bad-postal-code-${typed.country}`,
    });
    return z.NEVER;
  });

const quantity = z
  .number({ error: 'bad-quantity' })
  .int('bad-quantity')
  .min(1, 'bad-quantity')
  .max(MAX_QUANTITY, 'bad-quantity');

const item = z.object(
  { slug: z.string({ error: 'unknown' }).min(1, 'unknown').max(maxLengths.orderedSlug, 'unknown'), quantity },
  { error: 'bad-value' },
);

const checkout = z.object(
  {
    items: z.array(item, { error: 'empty-cart' }).min(1, 'empty-cart').max(MAX_LINES, 'too-many-lines'),
    customer,
    delivery: z.enum(deliveries, { error: 'bad-delivery' }).default('standard'),
    paymentMethod: z.enum(paymentMethods, { error: 'bad-payment-method' }),
    // Rejects the nil and max UUIDs, which are not unique, and ignores letter case.
    checkoutKey: z
      .uuid({ error: 'bad-key', abort: true })
      .toLowerCase()
      .refine((key) => !/^([0f])\1{7}(-\1{4}){3}-\1{12}$/.test(key), 'bad-key'),
    language: z.enum(languages, { error: 'bad-value' }).default('en'),
    shownTotal: z.int({ error: 'bad-value' }).optional(),
  },
  { error: 'bad-value' },
);

export type Checkout = z.infer<typeof checkout>;

export type ParseResult =
  | { readonly ok: true; readonly checkout: Checkout }
  | { readonly ok: false; readonly problems: readonly CheckoutProblem[] };

/** Parses a checkout from untrusted JSON. Unknown fields, including prices, are ignored. */
export function parseCheckout(body: unknown): ParseResult {
  const result = checkout.safeParse(body);
  if (result.success) return { ok: true, checkout: { ...result.data, items: mergeItems(result.data.items) } };
  const language = languageOf(body);
  const problems = result.error.issues
    .slice(0, MAX_PROBLEMS)
    .map(({ path, message }) =>
      checkoutProblem(path.join('.'), isProblemCode(message) ? message : 'bad-value', language),
    );
  return { ok: false, problems };
}

export function languageOf(body: unknown): Language {
  const language = typeof body === 'object' && body !== null && 'language' in body ? body.language : undefined;
  return typeof language === 'string' && isServedLanguage(language) ? language : 'en';
}

/** Merges repeated products into one line. */
function mergeItems(items: Checkout['items']): Checkout['items'] {
  const merged = new Map<string, number>();
  for (const { slug, quantity } of items) merged.set(slug, (merged.get(slug) ?? 0) + quantity);
  return [...merged].map(([slug, quantity]) => ({ slug, quantity }));
}

/** Identifies the content of a checkout, to detect a checkout key reused for another order. */
export function checkoutHash({ items, customer, delivery, paymentMethod }: Checkout): string {
  const sorted = items.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([sorted, Object.entries(customer).toSorted(), delivery, paymentMethod]))
    .digest('base64url');
}
