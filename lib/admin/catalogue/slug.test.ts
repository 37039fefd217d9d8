import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSlug, numberedSlug, toSlug } from './slug';

it.each([
  ['Stoneware mug, 30 cl', 'stoneware-mug-30-cl'],
  ['  Skål & fat ', 'skal-and-fat'],
  ['Ærlig Ø straße Łódź', 'aerlig-o-strasse-lodz'],
  ["Grandma's jam", 'grandmas-jam'],
  ['Blå­bär', 'blabar'],
  ['ＭＵＧ', 'mug'],
  ['漆器', ''],
  ['--', ''],
  ['a'.repeat(50), 'a'.repeat(40)],
  ['A very long name of a product that does not fit', 'a-very-long-name-of-a-product-that-does'],
])('“%s” becomes %s', (name, slug) => {
  expect(toSlug(name)).toBe(slug);
});

it.each(['mug', 'mug-2', '2', 'a'.repeat(40)])('%s is a slug', (slug) => expect(isSlug(slug)).toBe(true));

it.each(['', 'Mug', 'å', 'a--b', '-a', 'a-', 'a b', 'a/b', '..', 'a'.repeat(41), 'new', 'categories', 'a\n'])(
  '%j is not a slug',
  (slug) => expect(isSlug(slug)).toBe(false),
);

it('numbers a slug within the limit', () => {
  expect(numberedSlug('mug', 2)).toBe('mug-2');
  expect(numberedSlug('a'.repeat(40), 12)).toBe(`${'a'.repeat(37)}-12`);
});

it('every name becomes a slug, a reserved word, or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 999 }), (name, number) => {
      const slug = toSlug(name);
      if (slug === '') return;
      expect(slug).toMatch(/^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(isSlug(numberedSlug(slug, number))).toBe(true);
    }),
  );
});
