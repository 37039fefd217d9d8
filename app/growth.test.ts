// The cost of each shop endpoint grows in proportion to the body, up to the largest accepted one
// (lib/testing/growth.ts). Absolute figures: `npm run bench -- doors`.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { configure } from '@/lib/testing/configure';
import { fillings, GROWTH_TIMEOUT_MS, MAX_LINEAR_RATIO } from '@/lib/testing/growth';
import {
  casesOf,
  type Endpoint,
  field,
  formFields,
  listOf,
  measureEndpoint,
  repeat,
} from '@/lib/testing/measure-endpoint';
import { openShopDatabase } from '@/lib/testing/shop-database';
import { readForm } from './admin/post';
import { POST as changeCart } from './api/cart/route';
import { POST as keepDraft } from './api/checkout/draft/route';
import { POST as checkOut } from './api/checkout/route';
import { POST as notify } from './api/seqr/notifications/route';

// Outside Next, `cookies()` has no request to read.
vi.mock('next/headers', () => ({ cookies: async () => new Map() }));
vi.setConfig({ testTimeout: GROWTH_TIMEOUT_MS, hookTimeout: GROWTH_TIMEOUT_MS });

let close: () => Promise<void>;
beforeAll(async () => {
  configure({ RATE_LIMITS: 'off', LOG_LEVEL: 'silent' });
  close = await openShopDatabase();
});
afterAll(() => close());

const form = 'application/x-www-form-urlencoded';
const KILOBYTE = 1024;
const endpoints: Endpoint[] = [
  {
    ...{ endpoint: 'the checkout', limit: 64 * KILOBYTE, type: 'application/json', handle: checkOut },
    bodies: {
      'bad lines': (size) => `{"items":${listOf('{}', size - 10)}}`,
      levels: (size) => `{"items":${repeat('[', size / 2 - 5)}${repeat(']', size / 2 - 5)}}`,
    },
  },
  {
    ...{ endpoint: 'a stored checkout form', limit: 64 * KILOBYTE, type: form, handle: keepDraft },
    bodies: { accents: field('name', 'accents'), 'percent signs': fillings['percent signs'], fields: formFields },
  },
  {
    ...{ endpoint: 'the cart', limit: 4 * KILOBYTE, type: form, handle: changeCart },
    bodies: { digits: field('quantity', 'digits'), fields: formFields },
  },
  {
    ...{ endpoint: 'a notification', limit: 16 * KILOBYTE, type: form, handle: notify },
    bodies: { digits: field('invoiceReference', 'digits'), fields: formFields },
  },
  {
    ...{ endpoint: 'a back-office form', limit: 64 * KILOBYTE, type: form, handle: readForm },
    bodies: { blanks: field('note', 'blanks'), 'percent signs': fillings['percent signs'], fields: formFields },
  },
];

it.each(casesOf(endpoints))('has a linear cost: $endpoint, full of $what', async (one) => {
  expect(await measureEndpoint(one)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
});
