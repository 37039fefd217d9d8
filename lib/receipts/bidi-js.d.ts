/** What is used of the Unicode bidirectional algorithm; the package has no types of its own. */
declare module 'bidi-js' {
  type Bidi = {
    /** One embedding level for each UTF-16 unit; odd ones run from right to left. */
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    /** The bracket's opposite, or null for a character that looks the same from either side. */
    getMirroredCharacter(character: string): string | null;
  };
  export default function bidiFactory(): Bidi;
}
