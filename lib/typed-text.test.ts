import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTyped, parseTypedForm } from './typed-text';

describe('cleanTyped', () => {
  it.each([
    ['a byte order mark', '\ufeffAnna', 'Anna'],
    ['direction marks', '\u200eAnna\u200f \u202aÖ\u202c \u2066x\u2069', 'Anna Ö x'],
    ['soft hyphens and zero-width spaces', 'Tall\u00adbacka\u200b\u2060', 'Tallbacka'],
    ['a joiner at the end, the beginning or beside a space', '\u200dAnna\u200c \u200dÖ\u200d', 'Anna Ö'],
    ['two joiners in a row', 'a\u200d\u200db', 'ab'],
    ['a joiner beside another invisible character', 'a\u200d\u200e', 'a'],
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

  it('leaves no invisible character but joiners, and changes nothing the second time', () => {
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

it('parseTypedForm cleans every field but passwords and keys', () => {
  const form = parseTypedForm(new URLSearchParams({ note: 'a\u200b', password: 'a\u200b', pin: '1\u200e' }).toString());
  expect(Object.fromEntries(form)).toEqual({ note: 'a', password: 'a\u200b', pin: '1\u200e' });
});
