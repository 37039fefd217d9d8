/**
 * The parts of `npm run bench`, in order, and what each measures. This file is JavaScript, because bench.mjs reads it
 * before anything is installed.
 */
export const parts = {
  pages: 'kilobytes that a phone receives on a first visit',
  latency: 'payer’s confirmation to the painted receipt, leg by leg',
  navigation: 'click on a link to the painted page, beside a bare Next app',
  throughput: 'requests per second, beside a bare Next page',
  soap: 'the sandbox alone: SOAP calls per second, also under more load than it can answer',
  doors: 'answer to the largest body of each endpoint',
  load: 'checkouts per second, waiting pages and their memory, beside a shop that polls',
  profile: 'a checkout’s processor time by package, in shop and sandbox',
  scale: 'checkouts on SQLite and PostgreSQL, one and several processes',
  lists: 'list pages with 10 000 products and 100 000 orders',
  lighthouse: 'Lighthouse on a phone, beside a bare Next page (npx downloads Lighthouse)',
};

export const partNames = /** @type {(keyof typeof parts)[]} */ (Object.keys(parts));
