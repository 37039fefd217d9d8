import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWoff } from './read-woff';

/** The alphabets that a receipt can be set in, each a font file of its own: enough for the names of Europe. */
const subsets = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'] as const;
export type Subset = (typeof subsets)[number];
export type Weight = 400 | 700;

/** A piece of text that one font file has all characters of. */
export type Run = { readonly text: string; readonly subset: Subset };

// The server runs in the project's folder, as sqlitePath assumes as well.
const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules', '@fontsource', 'noto-sans');

const fonts = new Map<string, Buffer>();

export function readFont(subset: Subset, weight: Weight): Buffer {
  const name = `noto-sans-${subset}-${weight}-normal.woff`;
  const font = fonts.get(name) ?? readWoff(join(folder, 'files', name));
  fonts.set(name, font);
  return font;
}

type Range = readonly [first: number, last: number];
let ranges: readonly (readonly [Subset, readonly Range[]])[] | undefined;

function coverage() {
  ranges ??= readCoverage();
  return ranges;
}

function readCoverage(): [Subset, Range[]][] {
  const all = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<Subset, string>;
  return subsets.map((subset) => [subset, all[subset].split(',').map(parseRange)]);
}

function parseRange(text: string): Range {
  const [first = '', last = first] = text.replace('U+', '').split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const REPLACEMENT = '\uFFFD';
/** Makes one picture of several emoji, so it counts until they are told apart. */
const JOINER = '\u200D';
const dropped = /(?!\u200D)[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;

/**
 * Splits a text into runs of one font file each. What no file has (emoji, scripts that are not among the subsets)
 * becomes one U+FFFD a character; control and direction characters are dropped, so that a name cannot turn a line round.
 */
export function toRuns(text: string): Run[] {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').replace(dropped, '');
  const runs: { text: string; subset: Subset }[] = [];
  for (const { segment: joined } of graphemes.segment(clean)) {
    const segment = joined.replaceAll(JOINER, '');
    const whole = subsetOf(segment);
    const piece = whole ? segment : ([...segment][0] ?? '');
    const subset = whole ?? subsetOf(piece);
    const last = runs.at(-1);
    const [shown, font]: [string, Subset] = subset ? [piece, subset] : [REPLACEMENT, 'latin'];
    if (last?.subset === font) last.text += shown;
    else runs.push({ text: shown, subset: font });
  }
  return runs;
}

function subsetOf(segment: string): Subset | undefined {
  const points = [...segment].map((character) => character.codePointAt(0) ?? 0);
  const covers = (list: readonly Range[]) =>
    points.every((point) => list.some(([first, last]) => point >= first && point <= last));
  return coverage().find(([, list]) => covers(list))?.[0];
}
