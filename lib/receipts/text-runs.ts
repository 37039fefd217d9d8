import bidiFactory from 'bidi-js';
import { type Face, findFace } from './faces';

/** A piece of text in one face, in drawing order from left to right. */
export type Run = { readonly text: string; readonly face: Face };

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const bidi = bidiFactory();

const dropped = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}]/gu;
const joiners = /[\u200C\u200D]/gu;
/** Emoji modifiers: emoji style, keycap, skin tone, tags. */
const modifiers = /[\uFE00-\uFE0F\u20E3\u{1F3FB}-\u{1F3FF}\u{E0100}-\u{E01EF}]/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

/**
 * Splits a text into runs of one font file each, in visual order. Control and direction characters are dropped, so that
 * a name cannot reverse a line. Null if a character has no font.
 */
export function toRuns(text: string, context: string): Run[] | null {
  const clean = text.normalize('NFC').replace(/\s+/gu, ' ').replace(dropped, '');
  const pieces = toPieces(clean, context);
  return pieces && inVisualOrder(pieces).map(finish);
}

/** Whether all these texts can be rendered in one document. */
export function isPrintable(texts: readonly string[]): boolean {
  const context = texts.join(' ');
  return texts.every((text) => toRuns(text, context) !== null);
}

type Piece = Run & { readonly level: number };

function toPieces(clean: string, context: string): Piece[] | null {
  const levels = rightToLeft.test(clean) ? bidi.getEmbeddingLevels(clean, 'ltr').levels : null;
  const pieces: Piece[] = [];
  for (const { segment, index } of graphemes.segment(clean)) {
    const level = levels?.[index] ?? 0;
    const found = setGrapheme(segment, context);
    if (!found) return null;
    for (const { text, face } of found) addPiece(pieces, { text, face, level });
  }
  return pieces;
}

/** Several runs if no face covers the whole grapheme, such as a family emoji. Null if a character has no font. */
function setGrapheme(segment: string, context: string): Run[] | null {
  const plain = segment.replace(modifiers, '').replace(joiners, '');
  const characters = [...plain];
  if (characters.length === 0) return [];
  const face = findFace(characters, context);
  if (face) return [{ text: face.hasJoiners ? segment : plain, face }];
  const runs = characters.flatMap((character) => {
    const single = findFace([character], context);
    return single ? [{ text: character, face: single }] : [];
  });
  return runs.length === characters.length ? runs : null;
}

/** Merges letters that run in their face's direction; others, such as digits in Arabic, are drawn one by one. */
function addPiece(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1);
  const isOwnWay = piece.face.isRtl === isOdd(piece.level);
  if (last && isOwnWay && last.face === piece.face && last.level === piece.level) {
    pieces[pieces.length - 1] = { ...last, text: last.text + piece.text };
  } else {
    pieces.push(piece);
  }
}

const isOdd = (level: number) => level % 2 === 1;

/** Rule L2 of the bidirectional algorithm: from the highest level down, reverses each stretch at or above the level. */
function inVisualOrder(pieces: readonly Piece[]): readonly Piece[] {
  const ordered = [...pieces];
  for (let level = Math.max(0, ...pieces.map((piece) => piece.level)); level > 0; level -= 1) {
    for (let start = 0; start < ordered.length; start += 1) {
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = Math.max(start, end);
    }
  }
  return ordered;
}

function finish({ text, face, level }: Piece): Run {
  if (isOdd(level) && !face.isRtl) return { face, text: bidi.getMirroredCharacter(text) ?? text };
  // fontkit does not move the ring of SARA AM below a tone mark, as Thai requires.
  return { face, text: text.replace(/([\u0E48-\u0E4B])\u0E33/g, '\u0E4D$1\u0E32') };
}
