// The cost of each sandbox endpoint grows in proportion to the body, up to the largest accepted one
// (lib/testing/growth.ts). Absolute figures: `npm run bench -- doors`.
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { sendInvoice } from '@/lib/sandbox/php-api/php-api';
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
import { openTestSandbox, type TestSandbox } from '@/lib/testing/sandbox/test-sandbox';
import { setGlobal } from '@/lib/testing/set-global';
import { readConsolePost } from './(console)/console';
import { POST as addFault } from './api/faults/route';
import { POST as changePayer } from './api/payers/[id]/route';
import { readForm } from './app/answer';

// Outside Next, a request has no cookies in next/headers.
vi.mock('next/headers', () => ({ cookies: async () => new Map() }));
vi.setConfig({ testTimeout: GROWTH_TIMEOUT_MS, hookTimeout: GROWTH_TIMEOUT_MS });

let test: TestSandbox;
beforeAll(async () => {
  configure({ RATE_LIMITS: 'off', SEQR_SANDBOX: 'on', LOG_LEVEL: 'silent' });
  test = await openTestSandbox();
  setGlobal('sandbox', Promise.resolve(test.sandbox));
});
afterAll(() => test.close());

const json = 'application/json';
const form = 'application/x-www-form-urlencoded';
const control = { limit: 100_000, type: json } as const;
const values = {
  'a list': (size: number) => listOf('1', size),
  'unknown fields': (size: number) => `{${repeat('"a":1,', size - 10)}"a":1}`,
};
const endpoints: Endpoint[] = [
  {
    ...{ ...control, endpoint: 'a fault of the control API' },
    handle: (request) => addFault(request, { params: Promise.resolve({}) }),
    bodies: values,
  },
  {
    ...{ ...control, endpoint: 'a payer of the control API' },
    handle: (request) => changePayer(request, { params: Promise.resolve({ id: 'growth' }) }),
    bodies: {
      ...values,
      sums: (size) => `{"balance":{${repeat('"a":"b",', size - 30)}"a":"b"}}`,
      tokens: (size) => `{"tokens":${listOf('{}', size - 11)}}`,
    },
  },
  {
    ...{ endpoint: 'a form of the console', limit: 10_000, type: form, handle: readConsolePost },
    bodies: { accents: field('title', 'accents'), fields: formFields },
  },
  {
    ...{ endpoint: 'a form of the wallet', limit: 4_096, type: form, handle: readForm },
    bodies: { accents: field('name', 'accents'), fields: formFields },
  },
  {
    ...{ endpoint: 'sendInvoice.php', limit: 64 * 1024, type: json },
    handle: (request) => sendInvoice(test.sandbox, request),
    bodies: {
      items: (size) => `{"currency":"SEK","items":${listOf('{"amount":1}', size - 27)}}`,
      digits: (size) => `{"currency":"SEK","items":[{"amount":"${fillings.digits(size - 50)}"}]}`,
    },
  },
];

it.each(casesOf(endpoints))('has a linear cost: $endpoint, full of $what', async (one) => {
  expect(await measureEndpoint(one)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
});
