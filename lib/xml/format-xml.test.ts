import { expect, test } from 'vitest';
import { formatXml, toText } from './format-xml';

const formatted = (xml: string) => toText(formatXml(xml));

test('indents elements and keeps short ones on one line', () => {
  expect(formatted('<?xml version="1.0"?><a x="1"><b>text</b><c/><d><e>1</e></d></a>')).toBe(
    ['<?xml version="1.0"?>', '<a x="1">', '  <b>text</b>', '  <c/>', '  <d>', '    <e>1</e>', '  </d>', '</a>'].join(
      '\n',
    ),
  );
});

test('drops the sender’s own layout', () => {
  expect(formatted('<a>\n\t<b>\n   text </b>\n</a>\n')).toBe('<a>\n  <b>text</b>\n</a>');
});

test.each([
  ['a truncated document', '<a><b>tex', '<a>\n  <b>tex'],
  ['a truncated tag', '<a><b at', '<a>\n  <b at'],
  ['a text that is not XML', 'Service Unavailable', 'Service Unavailable'],
  ['more ends than starts', '</a></b>', '</a>\n</b>'],
  ['an empty element', '<a></a>', '<a></a>'],
  ['CDATA', '<a><![CDATA[<b>]]></a>', '<a><![CDATA[<b>]]></a>'],
  ['a comment', '<a><!-- <b> --></a>', '<a>\n  <!-- <b> -->\n</a>'],
  ['an empty text', '', ''],
])('formats %s', (_, xml, expected) => expect(formatted(xml)).toBe(expected));

test('is fast and bounded for a deep document', () => {
  const lines = formatXml('<a>'.repeat(20_000));
  expect(lines).toHaveLength(20_000);
  expect(Math.max(...lines.map(({ indent }) => indent))).toBeLessThanOrEqual(40);
});
