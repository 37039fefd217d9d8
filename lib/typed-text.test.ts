import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanHyphenated, cleanTyped, parseTypedForm, withoutSoftHyphens } from './typed-text';

describe('cleanTyped', () => {
  it.each([
    ['a byte order mark', '\ufeffAnna', 'Anna'],
    ['direction marks', '\u200eAnna\u200f \u202aÖ\u202c \u2066x\u2069', 'Anna Ö x'],
    ['soft hyphens and zero-width spaces', 'Tall\u00adbacka\u200b\u2060', 'Tallbacka'],
    ['a joiner at the end, the start or next to a space', '\u200dAnna\u200c \u200dÖ\u200d', 'Anna Ö'],
    ['two joiners in a row', 'a\u200d\u200db', 'ab'],
    ['a joiner next to another invisible character', 'a\u200d\u200e', 'a'],
    ['a joiner before a digit', 'a\u200d1', 'a1'],
    ['tag characters', 'A\u{e0041}B', 'AB'],
  ])('removes %s', (_, typed, clean) => expect(cleanTyped(typed)).toBe(clean));

  it.each([
    ['a family', '👩\u200d👩\u200d👧'],
    ['an emoji with a skin tone', '👩🏽\u200d🚀'],
    ['an emoji with a variation selector', '🏳️\u200d🌈'],
    ['Persian', 'می\u200cخواهم'],
    ['Devanagari', 'क्\u200dष'],
    ['accents, right-to-left text and control characters', 'e\u0301 עדה \u0007'],
  ])('keeps %s', (_, text) => expect(cleanTyped(text)).toBe(text));

  it('removes all invisible characters except joiners and is idempotent', () => {
    const piece = fc.constantFrom(
      'a',
      'å',
      ' ',
      '1',
      '👩',
      '\u200c',
      '\u200d',
      '\u200b',
      '\u00ad',
      '\u202e',
      '\u{e0041}',
      '\u0301',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const clean = cleanTyped(pieces.join(''));
        return !/(?![\u200c\u200d])\p{Cf}/u.test(clean) && cleanTyped(clean) === clean;
      }),
    );
  });
});

it('keeps soft hyphens inside words only, with cleanHyphenated', () => {
  expect(cleanHyphenated('\u00adGryt\u00ad\u00adunder\u00adlägg\u200b i\u00ad en\u00ad')).toBe(
    'Grytunder\u00adlägg i en',
  );
  expect(withoutSoftHyphens('Gryt\u00adunder\u00adlägg')).toBe('Grytunderlägg');
});

it('keeps soft hyphens in product texts only, with parseTypedForm', () => {
  const typed = { 'name-sv': 'Gryt\u00adlapp\u200b', 'imageAlt-sv': 'Gryt\u00adlapp', name: 'Å\u00adsa' };
  const form = parseTypedForm(new URLSearchParams(typed).toString());
  expect(Object.fromEntries(form)).toEqual({ 'name-sv': 'Gryt\u00adlapp', 'imageAlt-sv': 'Grytlapp', name: 'Åsa' });
});

it('cleans every field except passwords and keys, with parseTypedForm', () => {
  const form = parseTypedForm(new URLSearchParams({ note: 'a\u200b', password: 'a\u200b', pin: '1\u200e' }).toString());
  expect(Object.fromEntries(form)).toEqual({ note: 'a', password: 'a\u200b', pin: '1\u200e' });
});
