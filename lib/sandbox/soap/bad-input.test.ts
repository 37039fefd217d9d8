import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envelope, openTestSandbox, post, type TestSandbox, terminalContext } from '../../testing/sandbox/test-sandbox';
import { parseXml } from '../../xml/parse-xml';

let test: TestSandbox;
beforeAll(async () => {
  test = await openTestSandbox();
  await test.sendInvoice();
});
afterAll(() => test.close());

const nop = envelope('<ext:benchmarkingNop/>');
const soap12 = nop.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope');
const attributes = Array.from({ length: 20_000 }, (_, index) => `a${index}="1"`).join(' ');
const entities = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>';

const faults: [string, string, RegExp, string?][] = [
  ['nothing', '', /empty|document must contain a root element/],
  ['not XML', 'hello', /not well-formed/],
  ['JSON', '{"a":1}', /not well-formed/],
  ['a truncated request', nop.slice(0, -20), /not well-formed/],
  ['a second root', `${nop}<a/>`, /not well-formed/],
  ['a DOCTYPE', `<!DOCTYPE a>${nop}`, /DOCTYPE/],
  ['an entity bomb', `${entities}${nop.replace('</ext', '&y;</ext')}`, /DOCTYPE/],
  ['an external entity', `<!DOCTYPE a SYSTEM "file:///etc/passwd">${nop}`, /DOCTYPE/],
  ['an unknown entity', nop.replace('<ext:benchmarkingNop/>', '<a>&nbsp;</a>'), /not well-formed/],
  ['a processing instruction', nop.replace('<ext:', '<?run this?><ext:'), /processing instruction/],
  ['20 000 levels', envelope('<a>'.repeat(20_000)), /deeper than/],
  ['20 000 attributes', envelope(`<ext:benchmarkingNop ${attributes}/>`), /attributes/],
  ['100 000 elements', envelope(`<ext:sendInvoice>${'<a/>'.repeat(100_000)}</ext:sendInvoice>`), /more than/],
  [
    'a long comment',
    envelope(`<ext:sendInvoice><!--${'- '.repeat(40_000)}--></ext:sendInvoice>`),
    /comment .* longer than/,
  ],
  ['a long unclosed comment', `<!--${' '.repeat(80_000)}`, /comment .* longer than/],
  ['a control character', envelope('<ext:benchmarkingNop>\u0001</ext:benchmarkingNop>'), /not well-formed/],
  ['a numeric control character', envelope('<ext:benchmarkingNop>&#1;</ext:benchmarkingNop>'), /not well-formed/],
  [
    'an amount that contains an element',
    envelope(
      '<ext:sendInvoice><invoice><totalAmount><value>1<x>9</x>0</value></totalAmount></invoice></ext:sendInvoice>',
    ),
    /^The element value contains text and elements/,
  ],
  [
    'text beside a field',
    envelope('<ext:benchmarkingNop>x<a/></ext:benchmarkingNop>'),
    /element benchmarkingNop contains/,
  ],
  ['another root', '<hello/>', /not a SOAP envelope/],
  ['SOAP 1.2', soap12, /SOAP 1\.2/, 'VersionMismatch'],
  ['no Body', envelope('').replace(/<soapenv:Body>.*<\/soapenv:Body>/, ''), /no Body/],
  ['an empty Body', envelope(''), /Body is empty/],
  ['two operations', envelope('<ext:benchmarkingNop/><ext:benchmarkingNop/>'), /more than one/],
  ['an unknown operation', envelope('<ext:stealMoney/>'), /no operation stealMoney/],
  ['an operation named like a method', envelope('<ext:constructor/>'), /no operation/],
  ['another namespace', envelope('<sendInvoice xmlns="urn:other"/>'), /namespace/],
  ['no namespace', envelope('<sendInvoice/>'), /namespace/],
  ['an unbound prefix', envelope('<foo:sendInvoice/>'), /not well-formed/],
  [
    'a header that must be understood',
    nop.replace('<soapenv:Header/>', '<soapenv:Header><a soapenv:mustUnderstand="1"/></soapenv:Header>'),
    /header a/,
    'MustUnderstand',
  ],
];

describe('an invalid request', () => {
  it.each(faults)('is quickly answered with a fault: %s', async (_name, body, message, code = 'Client') => {
    const before = process.cpuUsage();
    const response = await post(test.sandbox, body);
    const xml = await response.text();
    // Measures processor time, because other tests may run concurrently.
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const fault = parseXml(xml).children[0]?.children[0];
    expect(fault?.name).toBe('Fault');
    expect(fault?.children.map(({ name }) => name)).toEqual(['faultcode', 'faultstring']);
    expect(fault?.children[0]?.text).toBe(`soap:${code}`);
    expect(fault?.children[1]?.text).toMatch(message);
  });

  it('is refused above 1 MB, after a limited part is read', async () => {
    const stream = (megabytes: number) => {
      const counted = { sent: 0, body: new ReadableStream<Uint8Array>() };
      counted.body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (counted.sent >= megabytes * 1_000_000) return controller.close();
          counted.sent += 100_000;
          controller.enqueue(new Uint8Array(100_000).fill(32));
        },
      });
      return counted;
    };
    for (const [megabytes, most] of [
      [10, 10_000_000],
      [Number.POSITIVE_INFINITY, 22_000_000],
    ] as const) {
      const counted = stream(megabytes);
      const response = await post(test.sandbox, counted.body);
      expect([response.status, await response.text()]).toEqual([500, expect.stringContaining('larger than 1 MB')]);
      expect(counted.sent).toBeGreaterThanOrEqual(10_000_000);
      expect(counted.sent).toBeLessThanOrEqual(most);
    }
  });

  it.each([
    ['it is compressed', {}, { 'Content-Encoding': 'gzip' }, /compressed/],
    ['its encoding is unknown', {}, { 'Content-Type': 'text/xml; charset=klingon' }, /unknown encoding/],
  ])('is refused if %s', async (_name, _options, headers, message) => {
    const response = await post(test.sandbox, nop, headers);
    expect([response.status, await response.text()]).toEqual([500, expect.stringMatching(message)]);
  });

  it('is refused if it is invalid UTF-8', async () => {
    const response = await post(test.sandbox, Buffer.from(nop.replace('<ext:', 'å<ext:'), 'latin1'));
    expect(await response.text()).toContain('not valid UTF-8');
  });

  it('does not affect the service', async () => {
    expect(await test.sendInvoice()).toMatch(/^\d{13}$/);
  });
});

describe('an unusual but valid request', () => {
  const title = (text: string) =>
    envelope(
      `<ext:sendInvoice>${terminalContext()}<invoice><title>${text}</title><totalAmount><currency>SEK</currency><value>1</value></totalAmount></invoice></ext:sendInvoice>`,
    );

  it.each([
    ['ISO-8859-1 by Content-Type', 'latin1', { 'Content-Type': 'text/xml; charset=ISO-8859-1' }, ''],
    [
      'ISO-8859-1 by its declaration',
      'latin1',
      { 'Content-Type': 'text/xml' },
      '<?xml version="1.0" encoding="iso-8859-1"?>',
    ],
    ['UTF-16 by its byte order mark', 'utf16le', { 'Content-Type': 'text/xml' }, '\ufeff'],
    ['UTF-8 with a byte order mark', 'utf8', { 'Content-Type': 'text/xml' }, '\ufeff<?xml version="1.0"?>'],
    ['another content type', 'utf8', { 'Content-Type': 'application/soap+xml' }, ''],
  ] as const)('may have %s', async (_name, encoding, headers, start) => {
    const response = await post(test.sandbox, Buffer.from(start + title('Blåbär'), encoding), headers);
    const reference = /<invoiceReference>(\d+)</.exec(await response.text())?.[1] ?? '';
    const invoice = await test.sandbox.db.read.invoice.findUnique({ where: { reference } });
    expect(invoice?.title).toBe('Blåbär');
  });

  it('may contain escaped markup and any characters', async () => {
    const text = 'tea ]]&gt; &lt;/title&gt; &lt;script&gt; 👩‍🌾 שלום &quot;x&quot; \u0085';
    const response = await post(test.sandbox, title(text));
    const reference = /<invoiceReference>(\d+)</.exec(await response.text())?.[1] ?? '';
    const invoice = await test.sandbox.db.read.invoice.findUnique({ where: { reference } });
    expect(invoice?.title).toBe('tea ]]> </title> <script> 👩‍🌾 שלום "x" \u0085');
  });
});
