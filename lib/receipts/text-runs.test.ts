import { describe, expect, it } from 'vitest';
import { isPrintable, toRuns } from './text-runs';

const drawn = (text: string, context = text) =>
  toRuns(text, context)
    ?.map((run) => run.text)
    .join('|');
const faces = (text: string, context = text) =>
  toRuns(text, context)?.map(({ face }) => face.name.replace(/-\d+$/, ''));

describe('toRuns', () => {
  it.each([
    // Arabic and Hebrew letters stay in reading order: the font engine reorders and joins them.
    ['words from right to left', 'محمد علي', 'علي| |محمد'],
    ['brackets, mirrored', 'כהן (שלום)', '(|שלום|)| |כהן'],
    ['a number, which runs from left to right', 'כהן 12', '12| |כהן'],
    ['Arabic digits', 'علي ۱۲', '۱|۲| |علي'],
    ['a name within a line from left to right', 'Åsa محمد علي Ek', 'Åsa |علي| |محمد| Ek'],
    ['Thai, with the ring of SARA AM below the tone mark', 'น้ำ', 'น\u0E4D้า'],
    ['a joiner that shapes the letters beside it', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['joiners that shape no letter, which are dropped', 'a\u200Cb\u200Dc', 'abc'],
    ['a direction override, which is dropped', 'abc\u202Edef', 'abcdef'],
    ['keycap and skin colour, which no font has', '1\uFE0F\u20E3 👍🏽', '1 |👍'],
  ])('orders %s', (_, text, expected) => expect(drawn(text)).toBe(expected));

  it('takes shared characters from the language’s family', () => {
    expect(faces('山', '山')).toEqual(['noto-sans-sc']);
    expect(faces('山', '山 さくら')).toEqual(['noto-sans-jp']);
    expect(faces('金', '金 김')).toEqual(['noto-sans-kr']);
  });

  it('returns null if a character has no font', () => {
    expect(toRuns('Å বা', '')).toBeNull();
    expect(toRuns('private \uE000, unassigned \u{3FFFD}', '')).toBeNull();
    expect(isPrintable(['Åsa', 'বাংলা'])).toBe(false);
    expect(isPrintable(['Åsa', '王小明', 'محمد', ''])).toBe(true);
  });
});
