export type XmlPiece = { kind: 'tag' | 'text' | 'other'; text: string };
export type XmlLine = { indent: number; pieces: XmlPiece[] };

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[?!][^>]*>?|<\/?[^<>]*>?|[^<]+/g;
const DEEPEST = 40;

/**
 * Lays XML out in lines for reading: an element with text only stays on one line. Takes anything, since the log also
 * holds what was malformed or cut off; no character is lost but white space between elements.
 */
export function formatXml(xml: string): XmlLine[] {
  const lines: XmlLine[] = [];
  let depth = 0;
  let leaf = false;
  for (const [token] of xml.matchAll(TOKEN)) {
    const last = lines.at(-1);
    if (/^\s*$/.test(token)) continue;
    if (token.startsWith('</')) {
      depth = Math.max(0, depth - 1);
      if (leaf && last) last.pieces.push({ kind: 'tag', text: token });
      else lines.push({ indent: depth, pieces: [{ kind: 'tag', text: token }] });
      leaf = false;
    } else if (/^<[^?!]/.test(token)) {
      lines.push({ indent: depth, pieces: [{ kind: 'tag', text: token }] });
      const closed = token.endsWith('/>');
      leaf = !closed;
      if (!closed) depth = Math.min(DEEPEST, depth + 1);
    } else if (leaf && last && !token.startsWith('<!--')) {
      last.pieces.push({ kind: 'text', text: token.trim() });
    } else {
      lines.push({ indent: depth, pieces: [{ kind: token.startsWith('<') ? 'other' : 'text', text: token.trim() }] });
      leaf = false;
    }
  }
  return lines;
}

/** The same as text, two blanks a level. */
export function toText(lines: readonly XmlLine[]): string {
  return lines.map(({ indent, pieces }) => '  '.repeat(indent) + pieces.map(({ text }) => text).join('')).join('\n');
}
