import { describe, expect, it } from 'vitest';
import { parseParameters } from './parameters';

const page = 'https://shop.example/checkout/pay';
const script = 'https://seqr.example/seqr-webshop-plugin/js/seqrShop.js';
const parse = (hash: string, body = '') => parseParameters(`${script}${hash}`, body, page);

describe('parseParameters', () => {
  it('reads the parameters after #!', () => {
    const code = encodeURIComponent('HTTP://SEQR.SE/R1402562843463');
    const parameters = parse(
      `#!invoiceId=1402562843463&invoiceQRCode=${code}&statusURL=%2Fstatus%3Forder%3D7&successURL=thanks&language=sv&successCallback=shop.paid&statusCallback=changed&canceledCallback=back&pollFreq=500&platform=mobile&layout=small&injectCSS=false`,
    );
    expect(parameters).toEqual({
      invoiceId: '1402562843463',
      invoiceQRCode: 'HTTP://SEQR.SE/R1402562843463',
      statusURL: 'https://shop.example/status?order=7',
      successURL: 'https://shop.example/checkout/thanks',
      language: 'sv',
      platform: 'mobile',
      layout: 'small',
      injectCSS: false,
      mode: 'live',
      pollFreq: 500,
      callbacks: new Map([
        ['success', 'shop.paid'],
        ['status', 'changed'],
        ['canceled', 'back'],
      ]),
    });
  });

  it('has defaults', () => {
    expect(parse('')).toEqual({
      layout: 'standard',
      injectCSS: true,
      mode: 'live',
      pollFreq: 1000,
      callbacks: new Map(),
    });
  });

  it('reads a JSON body, overridden by the address', () => {
    const body = JSON.stringify({ invoiceReference: 42, layout: 'small', pollFreq: 2000, injectCSS: false });
    expect(parse('#!pollFreq=3000', body)).toMatchObject({
      invoiceId: '42',
      layout: 'small',
      pollFreq: 3000,
      injectCSS: false,
    });
  });

  it.each(['null', '[]', '"text"', '{"invoiceId":', '/* no parameters */', '{"invoiceId":{"a":1}}'])(
    'ignores a body of %s',
    (body) => {
      expect(parse('', body).invoiceId).toBeUndefined();
    },
  );

  it.each([
    ['invoiceId', '<img src=x onerror=alert(1)>'],
    ['invoiceId', '../../admin'],
    ['invoiceId', '1'.repeat(100_000)],
    ['invoiceQRCode', 'javascript:alert(1)'],
    ['invoiceQRCode', 'data:text/html,x'],
    ['statusURL', 'javascript:alert(1)'],
    ['statusURL', 'https://user:secret@shop.example/'],
    ['successURL', 'java\nscript:alert(1)'],
    ['successURL', `/${'a'.repeat(100_000)}`],
    ['language', '../sv'],
    ['language', 'sv"><script>'],
    ['platform', '__proto__'],
  ])('ignores %s=%s', (key, value) => {
    expect(parse(`#!${key}=${encodeURIComponent(value)}`)).toEqual(parse(''));
  });

  it.each(['sv', 'sv-SE', 'sv_SE', 'zh-Hant-TW', 'de-CH-1996'])('accepts the language %s', (language) => {
    expect(parse(`#!language=${language}`).language).toBe(language);
  });

  it.each(['alert(1)', 'a..b', '.a', 'a b', 'a[0]', '"x"', ''])('ignores the callback name %s', (name) => {
    expect(parse(`#!successCallback=${encodeURIComponent(name)}`).callbacks.size).toBe(0);
  });

  it.each([
    ['0', 250],
    ['-5', 1000],
    ['1e9', 1000],
    ['99999999', 5000],
    ['30000', 5000],
    ['fast', 1000],
  ])('limits pollFreq=%s', (text, milliseconds) => {
    expect(parse(`#!pollFreq=${text}`).pollFreq).toBe(milliseconds);
  });

  it('ignores a value with an invalid percent sign', () => {
    expect(parse('#!language=%&invoiceId=7&=3&novalue')).toMatchObject({ invoiceId: '7' });
  });

  it('reads a hash that spans several lines, as in SEQR’s documentation', () => {
    // Browsers remove line breaks in an attribute and encode spaces.
    const hash = '#!%20%20%20mode=demo&%20%20%20language=sv%20&%20%20%20pollFreq=500';
    expect(parse(hash)).toMatchObject({ mode: 'demo', language: 'sv', pollFreq: 500 });
  });

  it.each(['live', 'DEMO', 'debug', ''])('ignores mode=%s', (mode) => {
    expect(parse(`#!mode=${mode}`)).toEqual(parse(''));
  });

  it('ignores prototype names', () => {
    const parameters = parse('#!__proto__=x&constructor=y&hasOwnProperty=z&constructorCallback=f');
    expect(parameters.callbacks.get('constructor')).toBe('f');
    expect(parameters).toEqual({ ...parse(''), callbacks: new Map([['constructor', 'f']]) });
  });
});
