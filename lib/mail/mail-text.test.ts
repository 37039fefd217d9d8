import { expect, it } from 'vitest';
import { merchant } from '../merchant';
import { paidOrder } from '../testing/paid-order';
import { sellAs } from '../testing/sell-as';
import { composeReceipt } from './compose';
import { writeHtml, writePlain } from './mail-text';

/** Each element that a mail program may show, with its style. */
function elements(html: string) {
  const body = html.slice(html.indexOf('<body'));
  return [...body.matchAll(/<(body|div|p|a|table|td)\b[^>]*>/g)].map(([tag, name]) => ({
    name,
    style: /style="([^"]*)"/.exec(tag)?.[1] ?? '',
  }));
}

it('gives each element its own colours, font and size, for programs that hand down none', () => {
  const found = elements(writeHtml(composeReceipt(paidOrder()), 'en'));
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set(['body', 'div', 'p', 'a', 'table', 'td']));
  for (const { name, style } of found) {
    for (const property of ['color', 'background-color', 'font-family', 'font-size']) {
      expect(style, name).toMatch(new RegExp(`(^|;)${property}:`));
    }
  }
});

it('is signed by the merchant of the moment', () => {
  const restore = sellAs({ legalName: 'Kauppa <Oy>', name: 'Kauppa' });
  const text = composeReceipt(paidOrder());
  const [plain, html] = [writePlain(text), writeHtml(text, 'en')];
  restore();
  expect(plain).toContain('Kauppa <Oy>, ');
  expect(html).toContain('Kauppa &lt;Oy&gt;, ');
  expect(plain).not.toContain(merchant.legalName);
});
