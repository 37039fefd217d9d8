import { expect, test, vi } from 'vitest';
import { languageOf, parseCheckout } from '../checkout/parse-checkout';
import { isReservedWord } from '../sandbox/invoices/static-codes';
import { isServedLanguage, localPath } from './languages';
import { pickLanguage } from './pick-language';

vi.mock('./enabled-languages.js', () => ({ languages: ['en', 'sv', 'de'] }));

test('with German on, the shop has German addresses', () => {
  expect(isServedLanguage('de')).toBe(true);
  expect(localPath('de', '/cart')).toBe('/de/cart');
  expect(localPath('de', '/')).toBe('/de');
});

test('with German on, the checkout accepts German and responds in German', () => {
  expect(languageOf({ language: 'de' })).toBe('de');
  const result = parseCheckout({ language: 'de', items: [] });
  expect(!result.ok && result.problems.map(({ message }) => message)).toContain('Bitte füllen Sie dieses Feld aus.');
});

test('with German on, DE is reserved, so no terminal’s code hides /de', () => {
  expect(isReservedWord('DE')).toBe(true);
  expect(isReservedWord('FR')).toBe(false);
});

test('with German on, the back office and the payer app remain in English and Swedish', () => {
  expect(pickLanguage('de', 'de-DE,de;q=0.9,sv;q=0.5')).toBe('sv');
  expect(pickLanguage(undefined, 'de')).toBe('en');
});
