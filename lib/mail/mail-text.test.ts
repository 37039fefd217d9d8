import { expect, it } from 'vitest';
import { merchant } from '../merchant';
import { money } from '../money';
import { paidOrder } from '../testing/paid-order';
import { sellAs } from '../testing/sell-as';
import { composeReceipt, composeRefundNotice } from './compose';
import { writeHtml, writePlain } from './mail-text';

/** The name and style of each element that contains text. */
function elements(html: string) {
  const body = html.slice(html.indexOf('<body'));
  return [...body.matchAll(/<(body|div|p|a|table|td)\b[^>]*>/g)].map(([tag, name]) => ({
    name,
    style: /style="([^"]*)"/.exec(tag)?.[1] ?? '',
  }));
}

it('gives each element its own colours, font and size, because mail clients drop inherited ones', () => {
  const found = elements(writeHtml(composeReceipt(paidOrder()), 'en'));
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set(['body', 'div', 'p', 'a', 'table', 'td']));
  for (const { name, style } of found) {
    for (const property of ['color', 'background-color', 'font-family', 'font-size']) {
      expect(style, name).toMatch(new RegExp(`(^|;)${property}:`));
    }
  }
});

it('lets a column become narrower than its longest word only for long references', () => {
  const rows = [{ label: 'Levereras till', value: '2015102910184861801032678' }];
  const html = writeHtml({ subject: '', parts: [{ kind: 'rows', rows }] }, 'sv');
  const cells = elements(html).filter(({ name }) => name === 'td');
  expect(cells.map(({ style }) => /overflow-wrap:([a-z-]+)/.exec(style)?.[1])).toEqual(['break-word', 'anywhere']);
});

it('lists a refund’s lines and its VAT by rate', () => {
  const sek = (amount: number) => money(amount, 'SEK');
  const refund = {
    id: 'r',
    amount: sek(112_00),
    at: new Date(),
    ersReference: '2026120109000000000000001',
    byTransfer: false,
    creditNote: 'CN-1001',
  };
  const lines = [{ position: 1, name: 'Jam', quantity: 2, amount: sek(112_00) }];
  const vat = [{ rate: 12_00, net: sek(100_00), vat: sek(12_00) }];
  const order = paidOrder({ refunds: [{ ...refund, lines, vat }] });
  const text = composeRefundNotice(order, { ...refund, cause: 'OTHER', byTransfer: false });
  const shown = writePlain(text).replaceAll('\u00a0', ' ');
  expect(shown).toContain(
    '2 × Jam: 112 kr\nRefunded: 112 kr\nof which 12% VAT: 12 kr\nRefunded to: The SEQR account that paid\n',
  );
  const other = composeRefundNotice(order, { ...refund, id: 'of-a-late-payment', cause: 'LATE', byTransfer: false });
  expect(writePlain(other)).not.toContain('VAT');
});

it('is signed by the current merchant', () => {
  const one = { light: '#123456', dark: '#abcdef' } as const;
  const colours = { accent: one, onAccent: one, paper: { ...one, light: '#fefefe' } } as const;
  const restore = sellAs({ legalName: 'Kauppa <Oy>', name: 'Kauppa', colours });
  const text = composeReceipt(paidOrder());
  const [plain, html] = [writePlain(text), writeHtml(text, 'en')];
  restore();
  expect(plain).toContain('Kauppa <Oy>, ');
  expect(html).toContain('Kauppa &lt;Oy&gt;, ');
  expect(plain).not.toContain(merchant.legalName);
  expect(html).toContain('color:#123456');
  expect(html).toContain('background-color:#fefefe');
  expect(html).not.toContain(merchant.colours.accent.light);
});
