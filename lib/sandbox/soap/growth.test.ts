// No request to the SOAP service has superlinear cost, up to 1 MB.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillings, GROWTH_TIMEOUT_MS, MAX_LINEAR_RATIO, measureGrowth } from '../../testing/growth';
import {
  amount,
  context,
  envelope,
  openTestSandbox,
  post,
  type TestSandbox,
  terminalContext,
} from '../../testing/sandbox/test-sandbox';
import { MAX_REQUEST_BYTES } from './read-body';

vi.setConfig({ testTimeout: GROWTH_TIMEOUT_MS, hookTimeout: GROWTH_TIMEOUT_MS });

let test: TestSandbox;
let reference: string;
beforeAll(async () => {
  test = await openTestSandbox();
  reference = await test.sendInvoice();
});
afterAll(() => test.close());

/** Leaves space for the envelope and the credentials. */
const LARGEST = MAX_REQUEST_BYTES - 3_000;

async function growthOf(make: (size: number) => string): Promise<number> {
  return measureGrowth(LARGEST, make, async (body) => {
    const response = await post(test.sandbox, body);
    await response.arrayBuffer();
  });
}

const fill = (name: keyof typeof fillings, size: number) => fillings[name](size);
const send = (fields: string, credentials = terminalContext()) =>
  envelope(`<ext:sendInvoice>${credentials}${fields}</ext:sendInvoice>`);
const total = amount('totalAmount', '100');

const fields: [string, (keyof typeof fillings)[], (text: string) => string][] = [
  ['the total', ['blanks', 'digits'], (text) => send(`<invoice>${amount('totalAmount', text)}</invoice>`)],
  ['the currency', ['letters'], (text) => send(`<invoice>${amount('totalAmount', '1', text)}</invoice>`)],
  ['the title', ['accents'], (text) => send(`<invoice><title>${text}</title>${total}</invoice>`)],
  [
    'the date',
    ['digits'],
    (text) => send(`<invoice><issueDate>2026-11-29T10:00:00.${text}</issueDate>${total}</invoice>`),
  ],
  [
    'the notification address',
    ['a host of many letters', 'percent signs'],
    (text) => send(`<invoice><notificationUrl>${text}</notificationUrl>${total}</invoice>`),
  ],
  ['the backURL', ['a host of many letters'], (text) => send(`<invoice><backURL>${text}</backURL>${total}</invoice>`)],
  [
    'a row’s quantity',
    ['digits', 'blanks'],
    (text) => send(`<invoice>${total}<invoiceRow><itemQuantity>${text}</itemQuantity></invoiceRow></invoice>`),
  ],
  [
    'a token’s status',
    ['digits'],
    (text) => send(`<invoice>${total}</invoice><tokens><id>1</id><status>${text}</status></tokens>`),
  ],
  [
    'the password',
    ['letters'],
    (text) => send('', context('<id>public_test_shop_terminal</id><type>TERMINALID</type>', text)),
  ],
  ['the terminal', ['letters'], (text) => send('', context(`<id>${text}</id><type>TERMINALID</type>`, '1'))],
  [
    'the report',
    ['letters', 'line breaks'],
    (text) => envelope(`<ext:executeReport>${terminalContext()}<reportId>${text}</reportId></ext:executeReport>`),
  ],
];

describe('a request with one long text', () => {
  it.each(fields.flatMap(([field, names, request]) => names.map((name) => [field, name, request] as const)))(
    'has linear cost: %s, full of %s',
    async (_field, name, request) => {
      expect(await growthOf((size) => request(fill(name, size)))).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
    },
  );
});

const repeat = (piece: string, size: number) => piece.repeat(Math.floor(size / piece.length));
const numbered = (write: (index: number) => string, size: number) => {
  const longest = write(999_999).length;
  return Array.from({ length: Math.floor(size / longest) }, (_, index) => write(100_000 + index)).join('');
};

const structures: Record<string, (size: number) => string> = {
  blanks: (size) => fill('blanks', size),
  ampersands: (size) => fill('ampersands', size),
  levels: (size) => envelope(repeat('<a>', size)),
  elements: (size) => send(repeat('<a/>', size)),
  attributes: (size) => send(`<a ${numbered((index) => ` a${index}="1"`, size)}/>`),
  namespaces: (size) => send(`<a ${numbered((index) => ` xmlns:a${index}="1"`, size)}/>`),
  comments: (size) => send(repeat('<!-- -->', size)),
  'a comment': (size) => send(`<!--${repeat('- ', size)}-->`),
  'CDATA sections': (size) => send(`<title>${repeat('<![CDATA[x]]>', size)}</title>`),
  entities: (size) => send(`<title>${repeat('&amp;', size)}</title>`),
  'an unknown entity': (size) => send(`&${repeat('a', size)};`),
  'a long name': (size) => envelope(`<ext:${repeat('a', size)}/>`),
  'a long name of a header': (size) =>
    envelope('<ext:benchmarkingNop/>').replace(
      '<soapenv:Header/>',
      `<soapenv:Header><${repeat('a', size)} soapenv:mustUnderstand="1"/></soapenv:Header>`,
    ),
  rows: (size) => send(`<invoice>${total}${repeat('<invoiceRow><itemSKU>1</itemSKU></invoiceRow>', size)}</invoice>`),
  'tokens of a new invoice': (size) =>
    send(`<invoice>${total}</invoice>${numbered((index) => `<tokens><id>${index}</id></tokens>`, size)}`),
  'tokens of an invoice': (size) =>
    envelope(
      `<ext:updateInvoice>${terminalContext()}<invoiceReference>${reference}</invoiceReference>` +
        `${numbered((index) => `<tokens><id>${index}</id></tokens>`, size)}</ext:updateInvoice>`,
    ),
  parameters: (size) =>
    envelope(
      `<ext:executeReport>${terminalContext()}<reportId>Shop.xml</reportId><parameters>` +
        `${numbered((index) => `<entry><key>${index}</key></entry>`, size)}</parameters></ext:executeReport>`,
    ),
};

describe('a request of many parts', () => {
  it.each(Object.entries(structures))('has linear cost: one with %s', async (_name, make) => {
    expect(await growthOf(make)).toBeLessThanOrEqual(MAX_LINEAR_RATIO);
  });
});
