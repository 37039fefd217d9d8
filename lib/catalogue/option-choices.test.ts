import { expect, it } from 'vitest';
import { money } from '../money';
import type { Variant } from './list-variants';
import { optionChoices } from './option-choices';

const variant = (size: string, colour: string, stock = 9): Variant => ({
  ...{ slug: `${size}-${colour}`, sku: null, name: '', image: '', price: money(1, 'SEK') },
  options: [
    { name: 'Size', value: size },
    { name: 'Colour', value: colour },
  ],
  availability: stock === 0 ? { state: 'sold-out' } : { state: 'in-stock' },
});

const shirts = [
  variant('S', 'red'),
  variant('S', 'blue', 0),
  variant('M', 'red'),
  variant('L', 'blue'),
  variant('L', 'green'),
];
const choices = (slug: string) =>
  optionChoices(shirts, slug).map(({ name, choices }) => [
    name,
    ...choices.map(({ value, slug, isChosen, isSoldOut, changesOthers }) =>
      [`${value}→${slug}`, isChosen ? '✓' : '', isSoldOut ? '0' : '', changesOthers ? '≠' : ''].join(''),
    ),
  ]);

it('leads to the variant that differs only in the chosen option', () => {
  expect(choices('S-red')).toEqual([
    ['Size', 'S→S-red✓', 'M→M-red', 'L→L-blue≠'],
    ['Colour', 'red→S-red✓', 'blue→S-blue0', 'green→L-green≠'],
  ]);
});

it('leads to a variant that differs in other options only if no variant has both values', () => {
  expect(choices('L-green')).toEqual([
    ['Size', 'S→S-red≠', 'M→M-red≠', 'L→L-green✓'],
    ['Colour', 'red→S-red≠', 'blue→L-blue', 'green→L-green✓'],
  ]);
});

it('has nothing to choose without the shown variant, or without options', () => {
  expect(optionChoices(shirts, 'other')).toEqual([]);
  expect(optionChoices([{ ...variant('S', 'red'), options: [] }], 'S-red')).toEqual([]);
});
