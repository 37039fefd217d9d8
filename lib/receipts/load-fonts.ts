import type { Face, Weight } from './faces';
import { toRuns } from './text-runs';

export type FontReader = (face: Face, weight: Weight) => Buffer;

/**
 * Loads a document's fonts. `texts`: all of its text that may be in any script. From large families, only the characters
 * in `texts` are loaded. Null if a character has no font.
 */
export async function loadFonts(texts: readonly string[]): Promise<FontReader | null> {
  const context = texts.join(' ');
  const characters = new Map<Face, string>();
  for (const text of texts) {
    const runs = toRuns(text, context);
    if (!runs) return null;
    for (const { face, text: piece } of runs) characters.set(face, (characters.get(face) ?? '') + piece);
  }
  const subsets = new Map<Face, Buffer>();
  for (const [face, used] of characters) if (face.kind === 'slice') subsets.set(face, await face.take(used));
  return (face, weight) => {
    const font = face.kind === 'alphabet' ? face.read(weight) : subsets.get(face);
    if (!font)
      throw new Error(
        `receipts: a text uses characters of ${face.name}, which is not loaded. Was it passed to loadFonts?`,
      );
    return font;
  };
}
