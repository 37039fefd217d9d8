// Checks that the cost of parsing is linear, in the shop, its SEQR client and the payment view. For whole requests, see
// app/growth.test.ts, app/sandbox/growth.test.ts and lib/sandbox/soap/growth.test.ts.
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { parseAmount } from '../admin/parse-amount';
import { parseCart } from '../cart/cart-cookie';
import { parseCartRequest } from '../cart/parse-cart-request';
import { readCheckoutForm } from '../checkout/checkout-form';
import { readCheckoutDraft } from '../checkout/draft';
import { parseCheckout } from '../checkout/parse-checkout';
import { foldForSearch } from '../fold-for-search';
import { findClientAddress } from '../http/client-address';
import { safePath } from '../http/safe-path';
import { isSameOrigin } from '../http/same-origin';
import { pickLanguage } from '../i18n/pick-language';
import { parseDecimal } from '../money';
import { parseParameters } from '../payment-view/parameters';
import { encodeQr } from '../payment-view/qr-code';
import { parseReport } from '../reconciliation/parse-report';
import { parseSearchQuery, wordsOf } from '../search/search-query';
import { maskPasswords } from '../seqr/contract/mask-passwords';
import { readEnvelope } from '../seqr/read-envelope';
import { redact } from '../seqr/redact';
import { findServerAddress } from '../server-address';
import { formatXml } from '../xml/format-xml';
import { configure } from './configure';
import { type Filling, fillings, GROWTH_TIMEOUT_MS, MAX_LINEAR_RATIO, measureGrowth } from './growth';

vi.setConfig({ testTimeout: GROWTH_TIMEOUT_MS });
beforeAll(() => configure({ TRUST_PROXY: '1' }));

/** Node's limit for all headers of a request, including the address. */
const HEADERS = 16_000;
const FORM = 64 * 1024;
const ANSWER = 1_000_000;
/** More than the logs store per message. With less, the garbage collector costs more than the work. */
const SHOWN = 400_000;

const everything = Object.keys(fillings) as Filling[];
const some: Filling[] = ['blanks', 'digits', 'commas', 'quotes', 'underscores and letters'];

const attempt = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return undefined;
  }
};
const view = (hash: string) =>
  parseParameters(`https://seqr.example/seqrShop.js${hash}`, '', 'https://shop.example/pay');
const withHeader = (name: string) => (text: string) =>
  new Request('http://shop.example/', { method: 'POST', headers: { [name]: text.replace(/\r\n/g, '\t\t') } });
const checkout = (name: string) => ({ customer: { name, email: name, address: name, postalCode: name, city: name } });
const report = { transactionPeriodId: '1', resellerId: 'shop', terminalId: null, currency: 'SEK' } as const;

type Input = [string, number, readonly Filling[], (text: string) => unknown];
const inputs: Input[] = [
  ['an amount', FORM, everything, (text) => [parseDecimal(text, 'SEK'), parseAmount(text, 'SEK')]],
  ['a checkout’s texts', FORM, everything, (text) => parseCheckout(checkout(text))],
  ['a checkout’s key', FORM, some, (text) => parseCheckout({ checkoutKey: text, items: [{ slug: text }] })],
  ['a checkout in JSON', FORM, some, (text) => attempt(() => parseCheckout(JSON.parse(text)))],
  ['a form', FORM, some, (text) => readCheckoutForm(new URLSearchParams(text), undefined)],
  ['a cart change', 4_096, some, (text) => parseCartRequest(new URLSearchParams(text))],
  ['the cart cookie', HEADERS, some, parseCart],
  ['the checkout cookie', HEADERS, some, readCheckoutDraft],
  ['the browser’s language', HEADERS, some, (text) => pickLanguage(text, text)],
  ['X-Forwarded-For', HEADERS, some, (text) => findClientAddress(text, '127.0.0.1', 1)],
  ['X-Forwarded-Host', HEADERS, some, (text) => findServerAddress({ 'x-forwarded-host': text })],
  ['a redirect path', HEADERS, some, (text) => safePath(`/${text}`, '/')],
  ['a page’s origin', HEADERS, some, (text) => isSameOrigin(withHeader('origin')(`http://${text}`))],
  // Callers truncate a search to 100 characters.
  ['a search', 100, everything, foldForSearch],
  ['a search for products', HEADERS, everything, (q) => wordsOf(parseSearchQuery({ q, category: q, page: q }).text)],
  ['the payment view’s hash', ANSWER, some, (text) => view(`#!${text}`)],
  ['the view’s language', 2_000, everything, (text) => view(`#!language=sv${encodeURIComponent(text)}!`)],
  ['the view’s addresses', 60_000, everything, (text) => view(`#!statusURL=${text}&invoiceQRCode=${text}`)],
  ['the view’s callbacks', ANSWER, some, (text) => view(`#!${text}Callback=${text}&paidCallback=a${text}`)],
  ['the view’s code', 60_000, some, encodeQr],
  ['an answer from SEQR', ANSWER, some, (text) => attempt(() => readEnvelope(`<a>${text}</a>`))],
  ['SEQR’s error texts', ANSWER, some, (text) => redact(text, ['12345678'])],
  ['a report', ANSWER, some, (text) => parseReport(`<TransactionDetails>${text}`, report)],
  ['displayed XML', SHOWN, ['blanks', 'line breaks', 'quotes'], formatXml],
  ['logged XML', ANSWER, some, maskPasswords],
];

it('tells quadratic and exponential work from linear work', async () => {
  const count = (times: number) => {
    for (let index = 0; index < times; index++) performance.now();
  };
  expect(await measureGrowth(4_000, (size) => size, count)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
  expect(await measureGrowth(400, (size) => size ** 2, count)).toBeGreaterThan(MAX_LINEAR_RATIO);
  expect(await measureGrowth(16, (size) => 2_000 + 2 ** size, count)).toBeGreaterThan(MAX_LINEAR_RATIO);
});

describe('the cost of an input', () => {
  it.each(inputs.flatMap(([input, size, names, work]) => names.map((name) => [input, name, size, work] as const)))(
    'is linear for %s full of %s',
    async (_input, name, size, work) => {
      expect(await measureGrowth(size, fillings[name], work)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
    },
  );

  // Exponential growth would never finish at the size above.
  it('is linear for a language of the view with few letters', async () => {
    const language = (size: number) => `#!language=sv${fillings['underscores and letters'](size)}!`;
    expect(await measureGrowth(40, language, view)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
  });
});

const pieces = ['<', '<a>', '<a ', '<!--', '<![CDATA[', '<?', '&lt;', '<a:', '</a>'];
const ofPasswords = ['<password', '<password>', '<password "', '&lt;password ', '&lt;password&gt;', '&lt;/password  '];
const xmlInputs: [string, number, readonly string[], (text: string) => unknown][] = [
  ['an answer from SEQR', ANSWER, pieces, (text) => attempt(() => readEnvelope(text))],
  ['a report', ANSWER, pieces, (text) => parseReport(text, report)],
  ['displayed XML', SHOWN, ['<!--', '&lt;'], formatXml],
  ['logged XML', ANSWER, [...pieces, ...ofPasswords], maskPasswords],
  ['logged XML in a password', ANSWER, [...pieces, ...ofPasswords], (text) => maskPasswords(`<password>${text}`)],
];

describe('the cost of XML', () => {
  it.each(xmlInputs.flatMap(([input, size, some, work]) => some.map((piece) => [input, piece, size, work] as const)))(
    'is linear for %s made of %s',
    async (_input, piece, size, work) => {
      const make = (length: number) => piece.repeat(Math.floor(length / piece.length));
      expect(await measureGrowth(size, make, work)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
    },
  );

  it('is linear in the number of attributes in an answer from SEQR', async () => {
    const make = (size: number) =>
      `<a ${Array.from({ length: Math.floor(size / 12) }, (_, index) => `a${100_000 + index}="1"`).join(' ')}/>`;
    expect(await measureGrowth(ANSWER, make, (text) => attempt(() => readEnvelope(text)))).toBeLessThanOrEqual(
      MAX_LINEAR_RATIO,
    );
  });
});
