import type { Face, Weight } from './faces';
import { toRuns } from './text-runs';

export type FontReader = (face: Face, weight: Weight) => Buffer;

/**
 * Reads the fonts of a document. `texts` are those that may be in any script; of large families only their characters are
 * taken. Null where no font has all of them.
 */
export async function loadFonts(texts: readonly string[]): Promise<FontReader | null> {
  const context = texts.join(' ');
  const characters = new Map<Face, string>();
  for (const text of texts) {
    const runs = toRuns(text, context);
    if (!runs) return null;
    for (const { face, text: piece } of runs) characters.set(face, (characters.get(face) ?? '') + piece);
  }
  const taken = new Map<Face, Buffer>();
  for (const [face, used] of characters) if (face.kind === 'slice') taken.set(face, await face.take(used));
  return (face, weight) => {
    const font = face.kind === 'alphabet' ? face.read(weight) : taken.get(face);
    if (!font) throw new Error(`receipts: characters of ${face.name} are in a text that was not announced`);
    return font;
  };
}
