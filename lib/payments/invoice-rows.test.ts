import { expect, it } from 'vitest';
import { money } from '../money';
import { invoiceRows } from './invoice-rows';

const line = { name: 'Mug', quantity: 2, slug: 'mug', sku: 'MUG-1', vatRate: 1250, total: 198_00, unitPrice: 99_00 };

it('names each line’s article number, VAT rate in percent, and amounts', () => {
  expect(invoiceRows([line], 'SEK')).toEqual([
    {
      ...{ itemDescription: 'Mug', itemQuantity: 2, itemSKU: 'MUG-1', itemTaxRate: '12.5' },
      ...{ itemTotalAmount: money(198_00, 'SEK'), itemUnitPrice: money(99_00, 'SEK') },
    },
  ]);
});

it('names the slug of a product without article number, and leaves out what is unknown', () => {
  const rows = invoiceRows(
    [
      { ...line, sku: null },
      { ...line, sku: null, slug: null, vatRate: null },
    ],
    'SEK',
  );
  expect(rows.map(({ itemSKU, itemTaxRate }) => ({ itemSKU, itemTaxRate }))).toEqual([
    { itemSKU: 'mug', itemTaxRate: '12.5' },
    { itemSKU: undefined, itemTaxRate: undefined },
  ]);
});
