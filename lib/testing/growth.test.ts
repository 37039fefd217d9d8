// No parser of the shop, of its SEQR client or of the payment view works more than the size of its input explains. The
// sandbox's doors have tests of their own: lib/sandbox/soap/growth.test.ts, app/sandbox/api/growth.test.ts.
import { describe, expect, it, vi } from 'vitest';
import { parseAmount } from '../admin/parse-amount';
import { parseCart } from '../cart/cart-cookie';
import { parseCartRequest } from '../cart/parse-cart-request';
import { readCheckoutForm } from '../checkout/checkout-form';
import { readCheckoutDraft } from '../checkout/draft';
import { parseCheckout } from '../checkout/parse-checkout';
import { findClientAddress } from '../client-address';
import { formatXml } from '../format-xml';
import { pickLanguage } from '../i18n/pick-language';
import { parseDecimal } from '../money';
import { foldForSearch } from '../orders/search-text';
import { parseParameters } from '../payment-view/parameters';
import { encodeQr } from '../payment-view/qr-code';
import { parseReport } from '../reconciliation/parse-report';
import { safePath } from '../safe-path';
import { isSameOrigin } from '../same-origin';
import { maskPasswords } from '../seqr/contract/mask-passwords';
import { readEnvelope } from '../seqr/read-envelope';
import { redact } from '../seqr/redact';
import { type Filling, fillings, GROWTH_TIMEOUT_MS, measureGrowth } from './growth';

vi.setConfig({ testTimeout: GROWTH_TIMEOUT_MS });

/** Node's limit for all headers of a request together, the address included. */
const HEADERS = 16_000;
const FORM = 64 * 1024;
const ANSWER = 1_000_000;
/** More than the logs keep of a message: below, the garbage collector costs more than the work. */
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

type Door = [string, number, readonly Filling[], (text: string) => unknown];
const doors: Door[] = [
  ['an amount', FORM, everything, (text) => [parseDecimal(text, 'SEK'), parseAmount(text, 'SEK')]],
  ['a checkout’s texts', FORM, everything, (text) => parseCheckout(checkout(text))],
  ['a checkout’s key', FORM, some, (text) => parseCheckout({ checkoutKey: text, items: [{ slug: text }] })],
  ['a checkout in JSON', FORM, some, (text) => attempt(() => parseCheckout(JSON.parse(text)))],
  ['a form', FORM, some, (text) => readCheckoutForm(new URLSearchParams(text), undefined)],
  ['a change of the cart', 4_096, some, (text) => parseCartRequest(new URLSearchParams(text))],
  ['the cookie of the cart', HEADERS, some, parseCart],
  ['the cookie of the checkout', HEADERS, some, readCheckoutDraft],
  ['the language of the browser', HEADERS, some, (text) => pickLanguage(text, text)],
  ['the way of a request', HEADERS, some, (text) => findClientAddress(text, '127.0.0.1', 1)],
  ['a way back', HEADERS, some, (text) => safePath(`/${text}`, '/')],
  ['a page’s origin', HEADERS, some, (text) => isSameOrigin(withHeader('origin')(`http://${text}`))],
  // Callers cut what they look for to 100 characters.
  ['a search', 100, everything, foldForSearch],
  ['a hash of the payment view', ANSWER, some, (text) => view(`#!${text}`)],
  ['the view’s language', 2_000, everything, (text) => view(`#!language=sv${encodeURIComponent(text)}!`)],
  ['the view’s addresses', 60_000, everything, (text) => view(`#!statusURL=${text}&invoiceQRCode=${text}`)],
  ['the view’s callbacks', ANSWER, some, (text) => view(`#!${text}Callback=${text}&paidCallback=a${text}`)],
  ['the view’s code', 60_000, some, encodeQr],
  ['an answer of SEQR’s', ANSWER, some, (text) => attempt(() => readEnvelope(`<a>${text}</a>`))],
  ['SEQR’s own words', ANSWER, some, (text) => redact(text, ['12345678'])],
  ['a report', ANSWER, some, (text) => parseReport(`<TransactionDetails>${text}`, report)],
  ['XML that is shown', SHOWN, ['blanks', 'line breaks', 'quotes'], formatXml],
  ['XML that is logged', ANSWER, some, maskPasswords],
];

describe('the work for an input', () => {
  it.each(doors.flatMap(([door, size, names, work]) => names.map((name) => [door, name, size, work] as const)))(
    'grows as the input: %s, full of %s',
    async (_door, name, size, work) => {
      expect(await measureGrowth(size, fillings[name], work)).toBeLessThanOrEqual(3);
    },
  );

  // What grows exponentially would not end at the size above.
  it('grows as the input: the view’s language, of few letters', async () => {
    const language = (size: number) => `#!language=sv${fillings['underscores and letters'](size)}!`;
    expect(await measureGrowth(40, language, view)).toBeLessThanOrEqual(3);
  });
});

const pieces = ['<', '<a>', '<a ', '<!--', '<![CDATA[', '<?', '&lt;', '<a:', '</a>'];
const ofPasswords = ['<password', '<password>', '<password "', '&lt;password ', '&lt;password&gt;', '&lt;/password  '];
const doorsForXml: [string, number, readonly string[], (text: string) => unknown][] = [
  ['an answer of SEQR’s', ANSWER, pieces, (text) => attempt(() => readEnvelope(text))],
  ['a report', ANSWER, pieces, (text) => parseReport(text, report)],
  ['XML that is shown', SHOWN, ['<!--', '&lt;'], formatXml],
  ['XML that is logged', ANSWER, [...pieces, ...ofPasswords], maskPasswords],
  [
    'XML that is logged in a password',
    ANSWER,
    [...pieces, ...ofPasswords],
    (text) => maskPasswords(`<password>${text}`),
  ],
];

describe('the work for XML', () => {
  it.each(doorsForXml.flatMap(([door, size, some, work]) => some.map((piece) => [door, piece, size, work] as const)))(
    'grows as its text: %s, made of %s',
    async (_door, piece, size, work) => {
      const make = (length: number) => piece.repeat(Math.floor(length / piece.length));
      expect(await measureGrowth(size, make, work)).toBeLessThanOrEqual(3);
    },
  );

  it('grows as the number of attributes in an answer of SEQR’s', async () => {
    const make = (size: number) =>
      `<a ${Array.from({ length: Math.floor(size / 12) }, (_, index) => `a${100_000 + index}="1"`).join(' ')}/>`;
    expect(await measureGrowth(ANSWER, make, (text) => attempt(() => readEnvelope(text)))).toBeLessThanOrEqual(3);
  });
});
