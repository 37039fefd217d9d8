const opening = /<((?:[^\s<>/:="'&]+:)?(?:newPassword|password))(?=[\s/>])/gi;
// Matches one piece of a tag at a time, because a repeated group overflows the stack at several megabytes.
const partOfTag = /[^"'>]+|"[^"]*"|'[^']*'/y;
const escaped =
  /(&lt;((?:[^\s<>/:="'&;]{1,80}:)?(?:newPassword|password))(?:\s(?:(?!&gt;).){0,100})?&gt;).*?(&lt;\/\2\s*&gt;|$)/gis;

/** Sections that may contain text that looks like a closing tag. */
const sections = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/**
 * Replaces every password and newPassword with `***`, whatever their prefix, attributes and content. In escaped markup,
 * the prefix may have at most 80 and the attributes 100 characters. Made for logs, so it accepts malformed XML and
 * masks unclosed elements to the end.
 */
export function maskPasswords(xml: string): string {
  let masked = '';
  let position = 0;
  opening.lastIndex = 0;
  for (let tag = opening.exec(xml); tag; tag = opening.exec(xml)) {
    const [, name = ''] = tag;
    const { end, isEmpty } = measure(xml, opening.lastIndex, name);
    masked += xml.slice(position, tag.index) + (isEmpty ? `<${name}/>` : `<${name}>***</${name}>`);
    position = end;
    opening.lastIndex = end;
  }
  return (masked + xml.slice(position)).replace(escaped, '$1***$3');
}

/** The end of the element whose start tag's name ends at `from`, or of the text if the element is not closed. */
function measure(xml: string, from: number, name: string): { end: number; isEmpty: boolean } {
  const unclosed = { end: xml.length, isEmpty: false };
  const tagEnd = findTagEnd(xml, from);
  if (tagEnd === -1) return unclosed;
  let position = tagEnd + 1;
  if (xml[tagEnd - 1] === '/') return { end: position, isEmpty: true };
  let depth = 1;
  while (depth > 0) {
    position = xml.indexOf('<', position);
    if (position === -1) return unclosed;
    const section = sections.find(([begin]) => xml.startsWith(begin, position));
    const [begin, end] = section ?? ['<', '>'];
    const after = xml.indexOf(end, position + begin.length);
    if (after === -1) return unclosed;
    if (!section) {
      const tag = xml.slice(position + 1, after);
      if (tag.startsWith('/') && tag.slice(1).trimEnd() === name) depth -= 1;
      else if (tag.startsWith(name) && /^[\s>]?$/.test(tag.charAt(name.length)) && !tag.endsWith('/')) depth += 1;
    }
    position = after + end.length;
  }
  return { end: position, isEmpty: false };
}

/** The position of the `>` that ends the tag, ignoring quoted values. -1 if the tag has no end. */
function findTagEnd(xml: string, from: number): number {
  partOfTag.lastIndex = from;
  let end = from;
  while (partOfTag.test(xml)) end = partOfTag.lastIndex;
  return xml[end] === '>' ? end : -1;
}
