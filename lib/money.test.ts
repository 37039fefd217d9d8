import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  add,
  type Currency,
  currencies,
  decimalsOf,
  formatMoney,
  isCurrency,
  isStorable,
  type Money,
  min,
  money,
  multiply,
  nameCurrency,
  negate,
  parseDecimal,
  storedMoney,
  subtract,
  sum,
  toDecimal,
} from './money';

const anyCurrency = fc.constantFrom(...currencies);
const anyMoney = fc
  .tuple(fc.maxSafeInteger(), anyCurrency)
  .map(([amount, currency]) => money(amount === 0 ? 0 : amount, currency));

describe('toDecimal', () => {
  it.each<[number, Currency, string]>([
    [59900, 'SEK', '599.00'],
    [5, 'SEK', '0.05'],
    [-5, 'SEK', '-0.05'],
    [0, 'EUR', '0.00'],
    [-0, 'EUR', '0.00'],
    [-120050, 'NOK', '-1200.50'],
    [500, 'JPY', '500'],
    [0, 'JPY', '0'],
    [Number.MAX_SAFE_INTEGER, 'SEK', '90071992547409.91'],
  ])('writes %i minor units of %s as "%s"', (amount, currency, text) => {
    expect(toDecimal({ amount, currency })).toBe(text);
  });

  it('writes a text that parseDecimal reads back, in every currency', () => {
    fc.assert(
      fc.property(anyMoney, (value) => {
        expect(parseDecimal(toDecimal(value), value.currency)).toEqual(value);
      }),
    );
  });

  it('writes an xs:decimal with exactly the currency’s decimals', () => {
    fc.assert(
      fc.property(anyMoney, (value) => {
        expect(toDecimal(value)).toMatch(value.currency === 'JPY' ? /^-?\d+$/ : /^-?\d+\.\d\d$/);
      }),
    );
  });
});

describe('parseDecimal', () => {
  it.each<[string, Currency, number]>([
    ['1', 'SEK', 100],
    ['1.5', 'SEK', 150],
    ['1.50', 'SEK', 150],
    ['1.500', 'SEK', 150],
    [' 1.50 ', 'SEK', 150],
    ['\n\t1.50\r\n', 'SEK', 150],
    ['+1', 'SEK', 100],
    ['-16.00', 'SEK', -1600],
    ['-0', 'SEK', 0],
    ['-0.00', 'SEK', 0],
    ['.5', 'EUR', 50],
    ['5.', 'EUR', 500],
    ['007', 'EUR', 700],
    ['500', 'JPY', 500],
    ['500.0', 'JPY', 500],
    ['90071992547409.91', 'SEK', Number.MAX_SAFE_INTEGER],
  ])('reads %j in %s as %i', (text, currency, amount) => {
    expect(parseDecimal(text, currency)).toEqual({ amount, currency });
  });

  it.each<[string, Currency]>([
    ['', 'SEK'],
    [' ', 'SEK'],
    ['.', 'SEK'],
    ['+', 'SEK'],
    ['-', 'SEK'],
    ['--1', 'SEK'],
    ['+-1', 'SEK'],
    ['1,50', 'SEK'],
    ['1 000', 'SEK'],
    ['1.505', 'SEK'],
    ['1.2.3', 'SEK'],
    ['1e2', 'SEK'],
    ['0x10', 'SEK'],
    ['NaN', 'SEK'],
    ['Infinity', 'SEK'],
    ['1 kr', 'SEK'],
    ['١', 'SEK'],
    ['\u00a01', 'SEK'],
    ['0.5', 'JPY'],
    ['90071992547409.92', 'SEK'],
    ['123456789012345678901234567890', 'SEK'],
    [`${'0'.repeat(100)}1`, 'SEK'],
  ])('rejects %j in %s', (text, currency) => {
    expect(parseDecimal(text, currency)).toBeNull();
  });

  it('returns whole minor units or null for any text and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String)), anyCurrency, (text, currency) => {
        const value = parseDecimal(text, currency);
        expect(value === null || Number.isSafeInteger(value.amount)).toBe(true);
      }),
    );
  });
});

describe('money', () => {
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('rejects %d minor units', (amount) => {
    expect(() => money(amount, 'SEK')).toThrow(RangeError);
  });
});

it('money has no negative zero, which prints a minus sign', () => {
  expect(Object.is(money(-0, 'SEK').amount, 0)).toBe(true);
});

it('decimalsOf returns the decimals of ISO 4217', () => {
  expect([decimalsOf('SEK'), decimalsOf('JPY')]).toEqual([2, 0]);
});

it.each<[number, boolean]>([
  [2_147_483_647, true],
  [-2_147_483_647, true],
  [2_147_483_648, false],
  [-2_147_483_648, false],
])('isStorable(%d) is %s', (amount, expected) => {
  expect(isStorable(amount)).toBe(expected);
});

it('parseDecimal reads up to 64 characters', () => {
  expect(parseDecimal(`1.${'0'.repeat(62)}`, 'SEK')).toEqual(money(1_00, 'SEK'));
  expect(parseDecimal(`1.${'0'.repeat(63)}`, 'SEK')).toBeNull();
});

describe('arithmetic', () => {
  const ofOne = fc.record({ currency: anyCurrency, a: fc.integer(), b: fc.integer() });

  it('calculates with integers within a currency', () => {
    fc.assert(
      fc.property(ofOne, fc.integer({ min: 0, max: 99 }), ({ currency, a, b }, times) => {
        const [one, other] = [money(a, currency), money(b, currency)];
        expect(add(one, other)).toEqual(money(a + b, currency));
        expect(subtract(one, other)).toEqual(money(a - b, currency));
        expect(sum([one, other, one], currency)).toEqual(money(a + b + a, currency));
        expect(multiply(one, times)).toEqual(money(a * times, currency));
        expect(min(one, other)).toEqual(money(Math.min(a, b), currency));
        expect(add(one, negate(one))).toEqual(money(0, currency));
      }),
    );
  });

  it('rejects mixed currencies, whatever the amounts', () => {
    fc.assert(
      fc.property(anyMoney, anyMoney, (one, other) => {
        fc.pre(one.currency !== other.currency);
        const refusal = `money: ${one.currency} and ${other.currency} cannot be added`;
        for (const mix of [add, subtract, min]) expect(() => mix(one, other)).toThrow(refusal);
        expect(() => sum([other], one.currency)).toThrow(refusal);
      }),
    );
  });

  it('rejects mixed currencies at compile time if both are known', () => {
    expectTypeOf(add<'EUR'>)
      .parameter(1)
      .toEqualTypeOf<Money<'EUR'>>();
    expectTypeOf(subtract<'EUR'>)
      .parameter(1)
      .toEqualTypeOf<Money<'EUR'>>();
    expectTypeOf<Money<'SEK'>>().not.toExtend<Money<'EUR'>>();
    expectTypeOf(money(1, 'SEK')).toEqualTypeOf<Money<'SEK'>>();
    // @ts-expect-error Two currencies: `npm run check` fails if the compiler ever accepts this.
    expect(() => add(money(1, 'EUR'), money(1, 'SEK'))).toThrow(RangeError);
  });

  it('rejects a sum beyond the safe integers', () => {
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'SEK'), money(1, 'SEK'))).toThrow(RangeError);
  });
});

describe('storedMoney', () => {
  it('accepts a known currency and names an unknown one', () => {
    expect(storedMoney(5, 'EUR')).toEqual(money(5, 'EUR'));
    expect(() => storedMoney(5, 'XTS')).toThrow('XTS');
  });
});

describe('nameCurrency', () => {
  it.each([
    ['SEK', 'en', 'Swedish kronor'],
    ['SEK', 'sv', 'svenska kronor'],
    ['EUR', 'en', 'euros'],
    ['JPY', 'sv', 'japanska yen'],
  ] as [Currency, string, string][])('names %s in %s', (currency, language, name) => {
    expect(nameCurrency(currency, language)).toBe(name);
  });
});

describe('isCurrency', () => {
  it.each(['sek', 'XXX', '', 'toString', '__proto__'])('rejects %j', (text) => {
    expect(isCurrency(text)).toBe(false);
  });

  it('accepts every supported currency', () => {
    expect(currencies.every(isCurrency)).toBe(true);
  });
});

describe('formatMoney', () => {
  // Intl writes no-break spaces and, in Swedish, U+2212 for minus.
  const plain = (text: string) => text.replace(/\s/g, ' ').replace('−', '-');

  it.each<[number, Currency, string, string]>([
    [59900, 'SEK', 'sv', '599 kr'],
    [59950, 'SEK', 'sv', '599,50 kr'],
    [10100000, 'SEK', 'sv', '101 000 kr'],
    [-4900, 'SEK', 'sv', '-49 kr'],
    [59900, 'SEK', 'en', '599 kr'],
    [1234550, 'SEK', 'en', '12,345.50 kr'],
    [6760, 'SEK', 'en', '67.60 kr'],
    [6760, 'SEK', 'sv', '67,60 kr'],
    [500, 'JPY', 'sv', '500 ¥'],
    [1234550, 'SEK', 'de', '12.345,50 kr'],
  ])('formats %i of %s in %s as "%s"', (amount, currency, language, text) => {
    expect(plain(formatMoney({ amount, currency }, language))).toBe(text);
  });
});
