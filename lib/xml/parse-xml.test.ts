import { describe, expect, it } from 'vitest';
import { isNil, parseXml, XmlError } from './parse-xml';

const flawOf = (xml: string, rules = {}) => {
  try {
    parseXml(xml, rules);
    return null;
  } catch (error) {
    return error instanceof XmlError ? error.flaw : error;
  }
};
const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

describe('parseXml', () => {
  it('reads names, namespaces, attributes and text, and lists no namespace declarations as attributes', () => {
    const xml = '<?xml version="1.0"?><a:b xmlns:a="urn:a" c="1" a:c="2">x<![CDATA[<y>]]><!-- -->&amp;\r\n<d/></a:b>';
    const d = { name: 'd', uri: '', attributes: [], children: [], text: '' };
    expect(parseXml(xml)).toMatchObject({ name: 'b', uri: 'urn:a', text: 'x<y>&\n', children: [d] });
    expect(parseXml(xml).attributes.map(({ local, uri, value }) => [local, uri, value])).toEqual([
      ['c', '', '1'],
      ['c', 'urn:a', '2'],
    ]);
  });

  it.each([
    ['malformed', ''],
    ['malformed', '<a>'],
    ['malformed', '<a/><a/>'],
    ['malformed', '<x:a/>'],
    ['malformed', '<a>&nbsp;</a>'],
    ['malformed', '<?xml version="1.1"?><a>&#1;</a>'],
    ['doctype', '<!DOCTYPE a><a/>'],
    ['depth', '<a>'.repeat(65)],
    ['attributes', `<a ${Array.from({ length: 65 }, (_, index) => `b${index}="1"`).join(' ')}/>`],
    ['comment', `<a><!--${' '.repeat(70_000)}--></a>`],
    ['comment', `<!--${' '.repeat(70_000)}`],
  ])('refuses a document for its flaw: %s, case %#', (flaw, xml) => {
    expect(flawOf(xml)).toBe(flaw);
  });

  it('enforces the limits that a caller sets', () => {
    expect([flawOf('<a><b/></a>', { maxDepth: 1 }), flawOf('<a><b/></a>', { maxDepth: 2 })]).toEqual(['depth', null]);
    expect([flawOf('<a><b/></a>', { maxElements: 1 }), flawOf('<a/>', { maxElements: 1 })]).toEqual(['elements', null]);
    expect([flawOf('<?b c?><a/>', { refuseInstructions: true }), flawOf('<?b c?><a/>')]).toEqual(['instruction', null]);
  });
});

it.each([
  [`<a ${xsi} xsi:nil="true"/>`, true],
  [`<a ${xsi} xsi:nil=" 1 "/>`, true],
  [`<a ${xsi} xsi:nil="false"/>`, false],
  ['<a nil="true"/>', false],
])('knows whether %s is nil', (xml, expected) => {
  expect(isNil(parseXml(xml))).toBe(expected);
});
