import { describe, expect, it } from 'vitest';
import { merchant } from '../merchant';
import { paidOrder } from '../testing/paid-order';
import { pdfText } from '../testing/pdf-text';
import { renderAddressLabel } from './render-address-label';
import { type PackedOrder, renderPackingSlip } from './render-packing-slip';

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const packed = (change: Partial<PackedOrder> = {}): PackedOrder => ({
  ...paidOrder(),
  lines: [
    { slug: 'mug', name: 'Mug', quantity: 1 },
    { slug: 'jam', name: 'Jam', quantity: 2 },
  ],
  ...change,
});
const customer = (change: Partial<PackedOrder['customer']>) => ({ customer: { ...paidOrder().customer, ...change } });
const longest = { name: 'W'.repeat(100), address: 'Långgatan '.repeat(20), city: 'Åmål '.repeat(20) };

async function read(pdf: Promise<Buffer | null>): Promise<{ pages: string[]; size: string | undefined }> {
  const content = await pdf;
  if (!content) throw new Error('no PDF');
  return {
    pages: pdfText(content).map(plain),
    size: /\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/.exec(content.toString('latin1'))?.[1],
  };
}

describe('renderPackingSlip', () => {
  it.each([
    ['en', ['Packing slip', 'Deliver to', 'Quantity', '3 items']],
    ['sv', ['Följesedel', 'Levereras till', 'Antal', '3 varor']],
    ['de', ['Lieferschein', 'Lieferung an', 'Menge', '3 Artikel']],
  ] as const)('shows address and goods in the buyer’s language, without prices: %s', async (language, texts) => {
    const { pages } = await read(renderPackingSlip(packed({ language })));
    expect(pages).toHaveLength(1);
    const rows = pages[0]?.split('\n') ?? [];
    for (const text of [...texts, 'T-10001', 'Åsa Öström', 'Backvägen 3', '791 71 Falun', 'Mug', 'mug', 'Jam', 'jam'])
      expect(rows).toContain(text);
    expect(pages[0]).not.toMatch(/\bkr\b|SEK|250|56/);
    expect(pages[0]).toContain(merchant.email);
  });

  it.each([
    ['50 lines, the most an order can have', 50, 'A mug'],
    ['30 lines of long names', 30, 'A cup with a saucer '.repeat(5)],
  ])('keeps to one page: %s', async (_, count, name) => {
    const lines = Array.from({ length: count }, (__, index) => ({ slug: `s-${index}`, name, quantity: 99 }));
    const { pages } = await read(renderPackingSlip(packed({ lines })));
    expect(pages).toHaveLength(1);
    for (const { slug } of lines) expect(pages[0]?.split('\n')).toContain(slug);
  });
});

describe('renderAddressLabel', () => {
  it('is 100 × 150 mm with sender, recipient and order number', async () => {
    const { pages, size } = await read(renderAddressLabel(paidOrder(), 'label'));
    expect(size).toBe('283.464567 425.19685');
    expect(pages).toHaveLength(1);
    const rows = pages[0]?.split('\n') ?? [];
    for (const text of [
      'Åsa Öström',
      'Backvägen 3',
      '791 71 Falun',
      'T-10001',
      'Standard',
      `From: ${merchant.legalName}`,
    ])
      expect(rows).toContain(text);
    expect(pages[0]).not.toContain('SWEDEN');
  });

  it('names the country of a parcel abroad in English capitals, and express delivery', async () => {
    const order = {
      ...paidOrder(customer({ country: 'FI', postalCode: '00100', city: 'Helsinki' })),
      language: 'sv',
    } as const;
    const { pages } = await read(renderAddressLabel({ ...order, delivery: 'express' }, 'label'));
    expect(pages[0]?.split('\n')).toEqual(expect.arrayContaining(['00100 Helsinki', 'FINLAND', 'EXPRESS']));
  });

  it.each(['label', 'a4'] as const)('keeps the longest address on one page: %s', async (paper) => {
    const { pages, size } = await read(renderAddressLabel(paidOrder(customer(longest)), paper));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('T-10001');
    if (paper === 'a4') expect(size).toBe('595.28 841.89');
  });
});

it.each([
  ['packing slip', () => renderPackingSlip(packed(customer({ address: 'বাংলা 3' })))],
  ['address label', () => renderAddressLabel(paidOrder(customer({ address: 'বাংলা 3' })), 'label')],
])('returns null instead of a %s with gaps', async (_, render) => {
  expect(await render()).toBeNull();
});
