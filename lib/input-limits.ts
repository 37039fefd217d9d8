// Each limit is defined once, for the form that shows it and the parser that enforces it. This file has no imports,
// because it also runs in the browser.

/** SEQR's largest invoice amount, in minor units: 9,999,999.99 in most currencies. */
export const LARGEST_AMOUNT = 999_999_999;

/** The most units of a product that can be for sale. */
export const MAX_STOCK = 1_000_000;

/** The maximum number of problems reported for invalid input. */
export const MAX_PROBLEMS = 20;

/** Maximum lengths in characters. */
export const maxLengths = {
  buyerName: 100,
  email: 254,
  address: 120,
  postalCode: 12,
  city: 80,
  orderedSlug: 60,
  productName: 120,
  sessionCookie: 1_000,
  testQuery: 100,
  merchantName: 40,
  refundReason: 200,
  transferNote: 200,
  incidentNote: 500,
  settlementNote: 500,
  orderSearch: 100,
  consoleSearch: 100,
  trackingNumber: 40,
  carrierName: 60,
  trackingUrl: 500,
  auditSearch: 120,
  productSearch: 100,
  wholePrice: 7,
  slug: 40,
  sku: 40,
  password: 256,
  loyaltyCard: 60,
  payerName: 60,
  terminalField: 200,
  pin: 8,
  walletCode: 200,
} as const;

/** An article number: letters, digits and . _ / -, beginning with a letter or digit. */
export const skuPattern = '[A-Za-z0-9][A-Za-z0-9._\\/\\-]{0,39}';

/** Minimum lengths in characters. */
export const minLengths = { password: 10, terminalPassword: 4, pin: 4 } as const;

/** The format of SEQR's `ersReference`, for a form's `pattern`. */
export const ersReferencePattern = '\\d{6,32}';
const ersReference = new RegExp(`^${ersReferencePattern}$`);

export function isErsReference(text: string): boolean {
  return ersReference.test(text);
}

/** Whether the payer app accepts the text as a PIN. */
export function isPin(text: string): boolean {
  return /^\d+$/.test(text) && text.length >= minLengths.pin && text.length <= maxLengths.pin;
}
