type XmlPiece = { kind: 'tag' | 'text' | 'other'; text: string };
export type XmlLine = { indent: number; pieces: XmlPiece[] };

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[?!][^>]*>?|<\/?[^<>]*>?|[^<]+/g;
const MAX_DEPTH = 40;

/**
 * Formats XML as indented lines; elements that contain only text stay on one line. Accepts any text, because logs also
 * contain malformed and truncated messages. Changes nothing but whitespace.
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
      if (!closed) depth = Math.min(MAX_DEPTH, depth + 1);
    } else if (leaf && last && !token.startsWith('<!--')) {
      last.pieces.push({ kind: 'text', text: token.trim() });
    } else {
      lines.push({ indent: depth, pieces: [{ kind: token.startsWith('<') ? 'other' : 'text', text: token.trim() }] });
      leaf = false;
    }
  }
  return lines;
}

/** The lines as text, with two spaces per level. */
export function toText(lines: readonly XmlLine[]): string {
  return lines.map(({ indent, pieces }) => '  '.repeat(indent) + pieces.map(({ text }) => text).join('')).join('\n');
}
