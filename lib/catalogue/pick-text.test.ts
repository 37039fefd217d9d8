import { expect, test } from 'vitest';
import { pickText } from './pick-text';

const [en, sv, de] = ['en', 'sv', 'de'].map((language) => ({ language }));

test.each([
  ['de', [en, sv, de], de],
  ['de', [sv, en], en],
  ['de', [sv], undefined],
  ['sv', [en], undefined],
  ['en', [de, en], en],
] as const)('picks the text for %s from %j', (language, texts, shown) => {
  expect(
    pickText(
      texts.filter((text) => text !== undefined),
      language,
    ),
  ).toEqual(shown);
});
