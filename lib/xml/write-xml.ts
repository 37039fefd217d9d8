/** An element to write: its name, and its text or children. An element without a value is omitted. */
export type XmlField = readonly [name: string, value: string | number | readonly XmlField[] | null | undefined];

// The five characters with entities, those that XML 1.0 cannot hold, and carriage returns, which a reader would change.
const special = /[&<>"'\ufffe\uffff]|\p{Cc}|\p{Surrogate}/gu;
const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
  '\n': '\n',
  '\t': '\t',
};

/** Escapes a text for an element or a quoted attribute. Drops characters that XML 1.0 cannot hold. */
export function escapeXml(text: string): string {
  return text.replace(special, (character) => escapes[character] ?? (/[\x7f-\x9f]/.test(character) ? character : ''));
}

export function writeXml(fields: readonly XmlField[]): string {
  let xml = '';
  for (const [name, value] of fields) {
    if (value === null || value === undefined) continue;
    const content = typeof value === 'object' ? writeXml(value) : escapeXml(String(value));
    xml += `<${name}>${content}</${name}>`;
  }
  return xml;
}

const invalid = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Replaces characters that XML 1.0 cannot hold with U+FFFD. */
export function replaceInvalid(text: string): string {
  return text.replace(invalid, '\uFFFD');
}
