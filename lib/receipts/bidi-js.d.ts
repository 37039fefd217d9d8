/** The parts of bidi-js that are used; the package has no types. */
declare module 'bidi-js' {
  type Bidi = {
    /** One embedding level per UTF-16 unit; odd levels run right to left. */
    getEmbeddingLevels(text: string, direction: 'ltr' | 'rtl'): { readonly levels: Uint8Array };
    /** The mirrored character, such as the opposite bracket, or null. */
    getMirroredCharacter(character: string): string | null;
  };
  export default function bidiFactory(): Bidi;
}
