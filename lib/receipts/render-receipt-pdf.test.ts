import { describe, expect, it } from 'vitest';
import { merchant } from '../merchant';
import { money } from '../money';
import type { OrderView } from '../orders/get-order';
import { orderLine, paidOrder } from '../testing/paid-order';
import { pdfText } from '../testing/pdf-text';
import { hasReceiptPdf } from './receipt-facts';
import { renderReceiptPdf } from './render-receipt-pdf';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const read = async (...input: Parameters<typeof renderReceiptPdf>) => {
  const pdf = await renderReceiptPdf(...input);
  if (!pdf) throw new Error('no PDF');
  return pdfText(pdf).map(plain);
};
const jamRefund: OrderView['refunds'][number] = {
  id: 'r',
  amount: money(112_00, 'SEK'),
  at: new Date('2026-12-01T09:00:00Z'),
  ersReference: '2026120109000000000000001',
  byTransfer: false,
  creditNote: 'CN-1001',
  lines: [{ position: 1, name: 'Jam', quantity: 2, amount: money(112_00, 'SEK') }],
  vat: [{ rate: 12_00, net: money(100_00, 'SEK'), vat: money(12_00, 'SEK') }],
};
/** The characters in drawing order, from left to right. */
const mirrored = (text: string) => [...text].reverse().join('');

describe('renderReceiptPdf', () => {
  it('shows seller, lines, VAT by rate and payment on one page', async () => {
    const pages = await read(paidOrder(), 'sv');
    expect(pages).toHaveLength(1);
    const rows = pages[0]?.split('\n') ?? [];
    const { legalName, organisationNumber, vatNumber } = merchant;
    for (const text of [
      'Kvitto',
      'T-10001',
      '23 november 2026 kl. 14:05',
      'SEQR',
      '2015102910184861801032678',
      'Åsa Öström, Falun',
      legalName,
      `Org.nr ${organisationNumber}`,
      `Momsreg.nr ${vatNumber}`,
      'Mug',
      'Jam',
      '56 kr',
      '112 kr',
      'Blandad',
      '411 kr',
    ]) {
      expect(rows).toContain(text);
    }
    const vat = rows.slice(rows.indexOf('Momssats') + 3);
    expect(vat.slice(0, 6)).toEqual(['25 %', '227,07 kr', '56,77 kr', '12 %', '113,54 kr', '13,62 kr']);
    expect(rows).not.toContain('Återbetalt');
  });

  it('lists refunds and the net total', async () => {
    const order = paidOrder({ state: 'PARTIALLY_REFUNDED', refunds: [jamRefund] });
    const [page = ''] = await read(order, 'en');
    expect(page).toContain(
      'Refunded\n1 December 2026 · SEQR reference 2026120109000000000000001\n-112 kr\nCredit note CN-1001\n' +
        '2 × Jam\n-112 kr\nof which 12% VAT\n-12 kr\nNet total\n299 kr\n',
    );
  });

  it.each([
    ['en', 'Received 525 kr -50 kr Net total 475 kr'],
    ['sv', 'Inbetalt 525 kr −50 kr Netto 475 kr'],
  ] as const)(
    'subtracts refunds from the amount received, which may exceed the amount due: %s',
    async (language, expected) => {
      const refund = {
        ...jamRefund,
        amount: money(50_00, 'SEK'),
        ersReference: null,
        creditNote: null,
        lines: [],
        vat: [],
      };
      const order = paidOrder({
        lines: [orderLine('Mug', 1, 475_00, 25_00)],
        received: money(525_00, 'SEK'),
        refunds: [refund],
      });
      const [page = ''] = await read(order, language);
      const shown = page.replaceAll(/1 [Dd]ecember 2026/g, '').replaceAll(/\s+/g, ' ');
      expect(shown).toContain(expected);
    },
  );

  it('spreads an order of 200 lines over several pages without losing one', async () => {
    const lines = Array.from({ length: 200 }, (_, index) => orderLine(`Thing ${index}`, 1, 10_00, 25_00));
    const pages = await read(paidOrder({ lines }), 'en');
    expect(pages.length).toBeGreaterThan(3);
    const all = pages.join('').split('\n');
    for (const { name } of lines) expect(all).toContain(name);
  });

  it.each([
    ['European letters', 'Łódź Ştefan Ωμέγα Иван Nguyễn', 'Łódź Ştefan Ωμέγα Иван Nguyễn'],
    ['Chinese', '王小明 張偉龍', '王小明 張偉龍'],
    ['Japanese', '山田太郎 さくら カナ', '山田太郎 さくら カナ'],
    ['Korean', '김민수', '김민수'],
    ['Arabic, right to left', 'محمد علي', mirrored('محمد علي')],
    ['Hebrew, right to left', 'יוסף כהן', mirrored('יוסף כהן')],
    ['Thai', 'สมชาย ใจดี', 'สมชาย ใจดี'],
    ['Devanagari', 'राजेश', 'राजेश'],
    ['Georgian', 'გიორგი ბერიძე', 'გიორგი ბერიძე'],
    ['Armenian', 'Արմեն Հովհաննիսյան', 'Արմեն Հովհաննիսյան'],
    ['emoji, with a family drawn as its members', 'Bo 🎉👩‍👩‍👧', 'Bo 🎉👩👩👧'],
    ['direction marks, which are dropped', 'abc\u202Edef\u200B', 'abcdef'],
    ['markup as plain text', '<b>x</b> & ]]> (\\', '<b>x</b> & ]]> (\\'],
  ])('renders %s', async (_, name, shown) => {
    const [page = ''] = await read(paidOrder({ lines: [orderLine(name, 1, 10_00, 25_00)] }), 'en');
    expect(page.replaceAll('\n', '')).toContain(`Amount${shown}110 kr25%10 kr`);
  });

  it('shows the buyer’s name and city in any script', async () => {
    const base = paidOrder();
    const [page] = await read({ ...base, customer: { ...base.customer, name: '王小明', city: 'თბილისი' } }, 'en');
    expect(page?.replaceAll('\n', '')).toContain('王小明, თბილისი');
  });

  it.each([
    ['a script without a font', 'বাংলা'],
    ['a rare character among others', 'Åsa 𪚥'],
  ])('returns null instead of a receipt with gaps: %s', async (_, name) => {
    const order = paidOrder({ lines: [orderLine(name, 1, 10_00, 25_00)] });
    expect(await renderReceiptPdf(order, 'en')).toBeNull();
    expect(hasReceiptPdf(order)).toBe(false);
    expect(hasReceiptPdf(paidOrder())).toBe(true);
  });

  it('breaks a word wider than its column and truncates extreme lengths', async () => {
    const shown = async (length: number) => {
      const [page = ''] = await read(paidOrder({ lines: [orderLine('W'.repeat(length), 1, 10_00, 25_00)] }), 'en');
      return page.match(/W+|…/g) ?? [];
    };
    expect((await shown(60)).join('')).toHaveLength(60);
    expect((await shown(60)).length).toBeGreaterThan(2);
    expect((await shown(10_000)).at(-1)).toBe('…');
  });
});
