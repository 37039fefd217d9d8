import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Currency, currencies, money } from '../money';
import { deliveryVatRate, vatByRate } from './vat';

const line = (vatRate: number | null, amount: number) => ({ vatRate, total: money(amount, 'SEK') });
const plain = (lines: ReturnType<typeof line>[]) =>
  vatByRate(lines, 'SEK').map(({ rate, net, vat }) => [rate, net.amount, vat.amount]);

describe('vatByRate', () => {
  it.each([
    ['one rate', [line(25_00, 125_00)], [[25_00, 100_00, 25_00]]],
    [
      'three times 33.33 at 25 %',
      [line(25_00, 33_33), line(25_00, 33_33), line(25_00, 33_33)],
      [[25_00, 79_99, 20_00]],
    ],
    [
      'several rates, highest first',
      [line(6_00, 106_00), line(25_00, 125_00), line(12_00, 112_00)],
      [
        [25_00, 100_00, 25_00],
        [12_00, 100_00, 12_00],
        [6_00, 100_00, 6_00],
      ],
    ],
    ['a discount', [line(25_00, 125_00), line(25_00, -25_00)], [[25_00, 80_00, 20_00]]],
    [
      'delivery, in proportion to the goods',
      [line(25_00, 300_00), line(6_00, 100_00), line(null, 40_00)],
      [
        [25_00, 264_00, 66_00],
        [6_00, 103_77, 6_23],
      ],
    ],
    [
      '25.5 and 13.5 %',
      [line(25_50, 125_50), line(13_50, 113_50)],
      [
        [25_50, 100_00, 25_50],
        [13_50, 100_00, 13_50],
      ],
    ],
    ['no lines', [], []],
  ])('handles %s', (_, lines, expected) => expect(plain(lines)).toEqual(expected));

  it.each([
    ['JPY', 1_255, [[25_50, 1_000, 255]]],
    ['JPY', 100, [[25_50, 80, 20]]],
    ['EUR', 9_99, [[25_50, 7_96, 2_03]]],
  ] as [Currency, number, number[][]][])(
    'finds the VAT in a total in %s of %i minor units',
    (currency, amount, expected) => {
      const shares = vatByRate([{ vatRate: 25_50, total: money(amount, currency) }], currency);
      expect(shares.map(({ rate, net, vat }) => [rate, net.amount, vat.amount])).toEqual(expected);
      expect(shares.every(({ net, vat }) => net.currency === currency && vat.currency === currency)).toBe(true);
    },
  );

  it('throws for a line in another currency', () => {
    expect(() => vatByRate([line(25_00, 100_00)], 'EUR')).toThrow('SEK');
  });

  it('adds up exactly to the total for any goods, delivery, rate and currency', () => {
    const rate = fc.oneof(fc.constantFrom(25_50, 13_50, 25_00, 12_00, 6_00, 0), fc.integer({ min: 50, max: 100_00 }));
    const goods = fc.record({ vatRate: rate, amount: fc.integer({ min: 1, max: 10_000_00 }) });
    const currency = fc.constantFrom(...currencies);
    fc.assert(
      fc.property(
        fc.array(goods, { minLength: 1, maxLength: 20 }),
        fc.nat(500_00),
        currency,
        (bought, freight, unit) => {
          const lines = [...bought, { vatRate: null, amount: freight }].map(({ vatRate, amount }) => ({
            vatRate,
            total: money(amount, unit),
          }));
          const total = lines.reduce((all, line) => all + line.total.amount, 0);
          const shares = vatByRate(lines, unit);
          expect(shares.reduce((all, { net, vat }) => all + net.amount + vat.amount, 0)).toBe(total);
          for (const { rate, net, vat } of shares) {
            expect(Math.abs(vat.amount - (net.amount * rate) / 100_00)).toBeLessThanOrEqual(1);
            expect([net.currency, vat.currency]).toEqual([unit, unit]);
          }
        },
      ),
    );
  });
});

describe('deliveryVatRate', () => {
  it('returns the goods’ only rate, or null if they have several', () => {
    expect(deliveryVatRate([{ vatRate: 6_00 }, { vatRate: 6_00 }])).toBe(6_00);
    expect(deliveryVatRate([{ vatRate: 6_00 }, { vatRate: 25_50 }])).toBeNull();
    expect(deliveryVatRate([])).toBeNull();
  });
});
