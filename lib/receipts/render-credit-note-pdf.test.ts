import { describe, expect, it } from 'vitest';
import { merchant } from '../merchant';
import { money } from '../money';
import type { CreditNoteView } from '../orders/get-credit-note';
import { paidOrder } from '../testing/paid-order';
import { pdfText } from '../testing/pdf-text';
import { renderCreditNotePdf } from './render-credit-note-pdf';

const sek = (amount: number) => money(amount, 'SEK');
const { name, legalName, street, postalCode, city, organisationNumber, vatNumber, email } = merchant;
const note = (change: Partial<CreditNoteView> = {}): CreditNoteView => ({
  number: 'CN-1001',
  issuedAt: new Date('2026-12-01T09:00:00Z'),
  language: 'en',
  seller: { name, legalName, street, postalCode, city, organisationNumber, vatNumber, email },
  buyer: paidOrder().customer,
  orderNumber: 'T-10001',
  paidAt: new Date('2026-11-23T13:05:00Z'),
  method: 'seqr',
  ersReference: '2026120109000000000000001',
  amount: sek(262_00),
  lines: [{ name: 'Mug', quantity: 1, amount: sek(250_00) }],
  vat: [
    { rate: 25_00, net: sek(200_00), vat: sek(50_00) },
    { rate: 12_00, net: sek(10_71), vat: sek(1_29) },
  ],
  ...change,
});
const read = async (...input: Parameters<typeof renderCreditNotePdf>) => {
  const pages = pdfText((await renderCreditNotePdf(...input)) ?? Buffer.alloc(0));
  return pages.map((page) => page.replaceAll(/[\s\u00a0\u202f]+/g, ' '));
};

describe('renderCreditNotePdf', () => {
  it.each([
    [
      'en',
      [
        'Credit note CN-1001',
        '1 December 2026',
        '1 × Mug 250 kr',
        'Refund of order T-10001 12 kr',
        'corrects the receipt',
      ],
    ],
    [
      'sv',
      [
        'Kreditnota CN-1001',
        '1 december 2026',
        '1 × Mug 250 kr',
        'Återbetalning av order T-10001 12 kr',
        'rättar kvittot',
      ],
    ],
    [
      'de',
      [
        'Gutschrift CN-1001',
        '1. Dezember 2026',
        '1 × Mug 250 kr',
        'Erstattung der Bestellung T-10001 12 kr',
        'berichtigt',
      ],
    ],
  ] as const)('names seller, buyer, receipt, lines and VAT by rate on one page: %s', async (language, texts) => {
    const [page = '', ...more] = await read(note(), language);
    expect(more).toEqual([]);
    for (const text of [
      ...texts,
      legalName,
      organisationNumber,
      vatNumber,
      'Åsa Öström',
      'T-10001',
      '2026120109000000000000001',
    ])
      expect(page).toContain(text);
    expect(page).toMatch(/25\s?% 200 kr 50 kr 250 kr 12\s?% 10[.,]71 kr 1[.,]29 kr 12 kr/);
  });

  it('says that a refund contains no VAT if the money paid for no sale', async () => {
    const [page = ''] = await read(note({ vat: [], lines: [], paidAt: null }), 'en');
    expect(page).toContain('Refund of order T-10001 262 kr');
    expect(page).toContain('It contains no VAT.');
    expect(page).not.toContain('25%');
  });

  it('lists the part without VAT too', async () => {
    const [page = ''] = await read(note({ amount: sek(300_00) }), 'en');
    expect(page).toContain('Without VAT 38 kr 0 kr 38 kr');
  });

  it('returns null if no font has a character of the buyer’s name', async () => {
    expect(await renderCreditNotePdf(note({ buyer: { ...paidOrder().customer, name: 'বাংলা' } }), 'en')).toBeNull();
  });
});
