import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type Font } from 'fontkit';
import subsetFont from 'subset-font';
import { readWoff } from './read-woff';

export type Weight = 400 | 700;

/** One font file of a Noto family, covering a script or part of it. */
export type Face = Alphabet | Slice;

type Alphabet = {
  readonly kind: 'alphabet';
  readonly name: string;
  /** True if its letters run right to left. */
  readonly isRtl: boolean;
  /** True if joiners (U+200C, U+200D) shape its letters. */
  readonly hasJoiners: boolean;
  covers(character: string): boolean;
  read(weight: Weight): Buffer;
};

type Slice = {
  readonly kind: 'slice';
  readonly name: string;
  readonly isRtl: false;
  readonly hasJoiners: false;
  readonly ranges: readonly Range[];
  /**
   * Creates a font with only these characters, always in regular weight. Creating a bold one too would cost
   * milliseconds.
   */
  take(characters: string): Promise<Buffer>;
};

type Range = readonly [first: number, last: number];

// The server runs in the project's folder, as sqlitePath also assumes.
const modules = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules');

const alphabets = [
  ...['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'].map((subset) =>
    alphabet('noto-sans', subset),
  ),
  ...['georgian', 'armenian', 'thai'].map((script) => alphabet(`noto-sans-${script}`, script)),
  alphabet('noto-sans-hebrew', 'hebrew', { isRtl: true }),
  alphabet('noto-sans-arabic', 'arabic', { isRtl: true, hasJoiners: true }),
  alphabet('noto-sans-devanagari', 'devanagari', { hasJoiners: true }),
];

function alphabet(family: string, subset: string, { isRtl = false, hasJoiners = false } = {}): Alphabet {
  const fonts = new Map<Weight, Buffer>();
  let characters: Font | undefined;
  const read = (weight: Weight) => {
    const path = join(modules, '@fontsource', family, 'files', `${family}-${subset}-${weight}-normal.woff`);
    const font = fonts.get(weight) ?? readWoff(path);
    fonts.set(weight, font);
    return font;
  };
  return {
    kind: 'alphabet',
    ...{ name: `${family}-${subset}`, isRtl, hasJoiners, read },
    covers: (character) => {
      characters ??= openFont(read(400));
      return characters.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    },
  };
}

function openFont(content: Buffer): Font {
  const font = create(content);
  if (!('hasGlyphForCodePoint' in font))
    throw new Error('receipts: the file contains a collection of fonts instead of one font');
  return font;
}

/**
 * These families have thousands of characters in about a hundred files each. Each file is a WOFF2 font with every
 * weight, which pdfkit cannot embed. `subset-font` extracts the few characters that a receipt needs.
 */
const families = {
  chinese: slicedFamily('noto-sans-sc', /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\uFF01-\uFF60]/u),
  japanese: slicedFamily('noto-sans-jp', /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\uFF01-\uFF9F]/u),
  korean: slicedFamily('noto-sans-kr', /[\p{scx=Hangul}\p{scx=Han}]/u),
  emoji: slicedFamily('noto-emoji', /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u),
};

function slicedFamily(family: string, pattern: RegExp): (character: string) => Slice | undefined {
  let slices: readonly Slice[] | undefined;
  return (character) => {
    if (!pattern.test(character)) return undefined;
    slices ??= readSlices(family);
    const point = character.codePointAt(0) ?? 0;
    return slices.find(({ ranges }) => ranges.some(([first, last]) => point >= first && point <= last));
  };
}

function readSlices(family: string): Slice[] {
  const folder = join(modules, '@fontsource-variable', family);
  const listed: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  return Object.entries(listed).map(([key, ranges]) => {
    const name = `${family}-${key.replace(/[[\]]/g, '')}`;
    return {
      kind: 'slice',
      name,
      isRtl: false,
      hasJoiners: false,
      ranges: ranges.split(',').map(parseRange),
      take: (characters) =>
        subsetFont(readFileSync(join(folder, 'files', `${name}-wght-normal.woff2`)), characters, {
          targetFormat: 'truetype',
          variationAxes: { wght: 400 },
        }),
    };
  });
}

function parseRange(text: string): Range {
  const [first = '', last = first] = text.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/**
 * Chinese, Japanese and Korean draw shared characters differently. The document's other characters tell the language.
 */
function familiesFor(context: string) {
  const { chinese, japanese, korean, emoji } = families;
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(context)) return [japanese, chinese, korean, emoji];
  if (/\p{Script=Hangul}/u.test(context)) return [korean, chinese, japanese, emoji];
  return [chinese, japanese, korean, emoji];
}

/** The face that covers all these characters, or null. `context` is all text in the document. */
export function findFace(characters: readonly string[], context: string): Face | null {
  const face = alphabets.find(({ covers }) => characters.every(covers));
  if (face) return face;
  const [character, ...more] = characters;
  if (character === undefined || more.length > 0) return null;
  for (const family of familiesFor(context)) {
    const slice = family(character);
    if (slice) return slice;
  }
  return null;
}
