import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesShown, reduceLines, type StoredLine } from './change-lines';

const product = (position: number, quantity: number, unitPrice: number, vatRate = 25_00): StoredLine => ({
  ...{ position, quantity, unitPrice, vatRate },
  kind: 'PRODUCT',
  slug: `p${position}`,
  sku: `sku-${position}`,
  name: `P${position}`,
  total: quantity * unitPrice,
});
const delivery = (position: number, vatRate: number | null): StoredLine => ({
  ...product(position, 1, 49_00),
  kind: 'DELIVERY',
  slug: null,
  vatRate,
});
const order = [product(0, 3, 100_00), product(1, 1, 30_00, 6_00), delivery(2, null)];
const reduce = (change: [number, number][]) => reduceLines(order, new Map(change));

describe('reduceLines', () => {
  it('reduces the quantity of a line', () => {
    expect(reduce([[0, 2]])).toMatchObject({ total: 279_00, lines: [{ quantity: 2, total: 200_00 }, {}, {}] });
    expect(reduce([[0, 2]])?.lines.map(({ vatRate }) => vatRate)).toEqual([25_00, 6_00, null]);
  });

  it('removes a line and gives the delivery the one remaining VAT rate', () => {
    expect(reduce([[1, 0]])).toMatchObject({
      total: 349_00,
      lines: [{ position: 0 }, { position: 1, kind: 'DELIVERY', vatRate: 25_00 }],
    });
  });

  it.each([
    ['more than was ordered', [[0, 4]]],
    ['a negative quantity', [[0, -1]]],
    ['half a unit', [[0, 1.5]]],
    ['not a number', [[0, Number.NaN]]],
    ['an unchanged quantity', [[0, 3]]],
    ['an empty change', []],
    [
      'no goods',
      [
        [0, 0],
        [1, 0],
      ],
    ],
    ['no delivery', [[2, 0]]],
  ] as [string, [number, number][]][])('rejects %s', (_, change) => expect(reduce(change)).toBeNull());

  it('returns a total equal to the sum of its lines and never above the old total', () => {
    const line = fc.tuple(
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 0, max: 1e7 }),
      fc.constantFrom(0, 6_00, 12_00, 25_50),
    );
    const quantities = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), quantities, (rows, requested) => {
        const lines = [...rows.map(([n, price, rate], i) => product(i, n, price, rate)), delivery(rows.length, 25_00)];
        const change = reduceLines(lines, new Map(rows.map((_, i) => [i, requested[i] ?? 0])));
        if (!change) return;
        expect(change.total).toBe(change.lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0));
        expect(change.total).toBeLessThanOrEqual(lines.reduce((sum, { total }) => sum + total, 0));
        expect(change.lines.map(({ position }) => position)).toEqual(change.lines.map((_, index) => index));
      }),
    );
  });
});

it('shows a change of quantities or names since a form was opened', () => {
  const shown = linesShown(order);
  expect(linesShown(order.map((line) => ({ ...line })))).toBe(shown);
  expect(linesShown(order.slice(1))).not.toBe(shown);
  expect(linesShown(order.map((line) => ({ ...line, quantity: line.quantity + 1 })))).not.toBe(shown);
  expect(linesShown(order.map((line) => ({ ...line, name: `${line.name}!` })))).not.toBe(shown);
});
