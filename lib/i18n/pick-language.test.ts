import { expect, test } from 'vitest';
import { pickLanguage } from './pick-language';

test.each<[string | undefined, string | null, string]>([
  [undefined, null, 'en'],
  [undefined, 'sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
  [undefined, 'en-GB,en;q=0.9,sv;q=0.8', 'en'],
  [undefined, 'en;q=0.3, sv;q=0.7', 'sv'],
  [undefined, 'de-DE,de;q=0.9', 'en'],
  [undefined, 'sv;q=0,en', 'en'],
  ['sv', 'en', 'sv'],
  ['tlh', 'sv', 'sv'],
])('?lang=%j with Accept-Language %j gives %s', (requested, accept, expected) =>
  expect(pickLanguage(requested, accept)).toBe(expected),
);
