import { expect, test } from 'vitest';
import { inEachLanguage, isServedLanguage, languages, localPath, storedLanguage } from './languages';

test('the shop serves English and Swedish; German is written but switched off', () => {
  expect(languages).toEqual(['en', 'sv']);
  expect(isServedLanguage('de')).toBe(false);
});

test('storedLanguage accepts each language that has texts, and names any other in its error', () => {
  expect([...languages, 'de'].map(storedLanguage)).toEqual([...languages, 'de']);
  expect(() => storedLanguage('tlh')).toThrow(
    new RangeError('i18n: tlh is not a language of lib/i18n/languages.ts. Add it there'),
  );
});

test('inEachLanguage builds one value per language', () => {
  expect(inEachLanguage((language) => `in ${language}`)).toEqual({ en: 'in en', sv: 'in sv', de: 'in de' });
});

test('an order in a language that is no longer served has English addresses', () => {
  expect(localPath('sv', '/cart')).toBe('/sv/cart');
  expect(localPath('de', '/cart')).toBe('/cart');
  expect(localPath('de', '/')).toBe('/');
});
