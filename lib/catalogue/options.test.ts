import { expect, it } from 'vitest';
import { nameWithOptions, parseOptions, pickOptions, storeOptions } from './options';

const options = [
  { name: 'Size', value: 'M' },
  { name: 'Colour', value: '"Blue", {\\}' },
];

it('options survive storage', () => {
  expect(parseOptions(storeOptions(options))).toEqual(options);
  expect(parseOptions(storeOptions([]))).toEqual([]);
});

it.each([
  '',
  'null',
  '{}',
  '[1]',
  '[{"name":"Size"}]',
  '[{"name":"","value":"M"}]',
  `[{"name":"Size","value":"${'x'.repeat(31)}"}]`,
  JSON.stringify(Array.from({ length: 4 }, () => ({ name: 'a', value: 'b' }))),
  '[{"name":"Size","value":"M"}',
])('%s counts as no options', (stored) => {
  expect(parseOptions(stored)).toEqual([]);
});

it('an optional language shows the English options if it has none', () => {
  const texts = [{ language: 'en', options: storeOptions(options) }];
  expect(pickOptions(texts, 'de')).toEqual(options);
  expect(pickOptions(texts, 'sv')).toEqual([]);
  const german = { language: 'de', options: storeOptions([{ name: 'Größe', value: 'M' }]) };
  expect(pickOptions([...texts, german], 'de')).toEqual([{ name: 'Größe', value: 'M' }]);
});

it('a name has the values of its options', () => {
  expect(nameWithOptions('Shirt', [])).toBe('Shirt');
  expect(nameWithOptions('Shirt', [{ name: 'Size', value: 'M' }])).toBe('Shirt, M');
});
