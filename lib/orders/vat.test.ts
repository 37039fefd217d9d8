import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../money';
import { deliveryVatRate, vatByRate } from './vat';

const line = (vatRate: number | null, amount: number) => ({ vatRate, total: money(amount, 'SEK') });
const plain = (lines: ReturnType<typeof line>[]) =>
  vatByRate(lines, 'SEK').map(({ rate, net, vat }) => [rate, net.amount, vat.amount]);

describe('vatByRate', () => {
  it.each([
    ['one rate', [line(25, 125_00)], [[25, 100_00, 25_00]]],
    ['three times 33.33 at 25 %', [line(25, 33_33), line(25, 33_33), line(25, 33_33)], [[25, 79_99, 20_00]]],
    [
      'each rate, highest first',
      [line(6, 106_00), line(25, 125_00), line(12, 112_00)],
      [
        [25, 100_00, 25_00],
        [12, 100_00, 12_00],
        [6, 100_00, 6_00],
      ],
    ],
    ['a discount', [line(25, 125_00), line(25, -25_00)], [[25, 80_00, 20_00]]],
    [
      'delivery follows the goods in proportion',
      [line(25, 300_00), line(6, 100_00), line(null, 40_00)],
      [
        [25, 264_00, 66_00],
        [6, 103_77, 6_23],
      ],
    ],
    ['nothing', [], []],
  ])('%s', (_, lines, expected) => expect(plain(lines)).toEqual(expected));

  it('adds up to the total to the öre, whatever is bought and however it is delivered', () => {
    const goods = fc.record({ vatRate: fc.constantFrom(25, 12, 6), amount: fc.integer({ min: 1, max: 10_000_00 }) });
    fc.assert(
      fc.property(fc.array(goods, { minLength: 1, maxLength: 20 }), fc.nat(500_00), (bought, delivery) => {
        const lines = [...bought.map(({ vatRate, amount }) => line(vatRate, amount)), line(null, delivery)];
        const total = lines.reduce((sum, { total }) => sum + total.amount, 0);
        const shares = vatByRate(lines, 'SEK');
        expect(shares.reduce((sum, { net, vat }) => sum + net.amount + vat.amount, 0)).toBe(total);
        for (const { rate, net, vat } of shares) {
          expect(Math.abs(vat.amount - (net.amount * rate) / 100)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('deliveryVatRate', () => {
  it('is the goods’ one rate, or none where they have several', () => {
    expect(deliveryVatRate([{ vatRate: 6 }, { vatRate: 6 }])).toBe(6);
    expect(deliveryVatRate([{ vatRate: 6 }, { vatRate: 25 }])).toBeNull();
    expect(deliveryVatRate([])).toBeNull();
  });
});
