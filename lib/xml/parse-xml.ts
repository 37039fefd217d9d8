import { SaxesParser } from 'saxes';

/** An element. `name` is its local name, `uri` its namespace or `''`, and `text` its own text without its children's. */
export interface XmlElement {
  name: string;
  uri: string;
  /** Without namespace declarations. */
  attributes: readonly { local: string; uri: string; value: string }[];
  children: XmlElement[];
  text: string;
}

interface XmlRules {
  maxDepth?: number;
  maxElements?: number;
  refuseInstructions?: boolean;
}

type XmlFlaw = 'malformed' | 'doctype' | 'instruction' | 'depth' | 'elements' | 'attributes' | 'comment';

/** Says why a document is refused. `limit` is the limit that it exceeds, or 0 for a flaw that has none. */
export class XmlError extends Error {
  constructor(
    readonly flaw: XmlFlaw,
    message: string,
    readonly limit = 0,
  ) {
    super(message);
  }
}

/** The parser allocates an object for each attribute. */
const MAX_ATTRIBUTES = 64;
/** The parser joins comments in pieces, so a comment with many dashes has superlinear cost. */
const MAX_COMMENT_LENGTH = 64 * 1024;
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

/**
 * Parses a whole document, with namespaces. Throws `XmlError` if it is truncated, not well-formed, has a DOCTYPE (and so
 * entities), or exceeds a limit. It knows nothing about SOAP or SEQR: shop and sandbox share it, and each has its own
 * reader of messages.
 */
export function parseXml(text: string, rules: XmlRules = {}): XmlElement {
  const { maxDepth = 64, maxElements = Infinity, refuseInstructions = false } = rules;
  refuseLongComments(text);
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let attributes = 0;

  parser.on('error', ({ message }) => {
    throw new XmlError('malformed', message);
  });
  parser.on('doctype', () => {
    throw new XmlError('doctype', 'a DOCTYPE is not accepted');
  });
  parser.on('processinginstruction', () => {
    if (refuseInstructions) throw new XmlError('instruction', 'a processing instruction is not accepted');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    elements += 1;
    if (open.length >= maxDepth) throw new XmlError('depth', `more than ${maxDepth} levels`, maxDepth);
    if (elements > maxElements) throw new XmlError('elements', `more than ${maxElements} elements`, maxElements);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes <= MAX_ATTRIBUTES) return;
    throw new XmlError('attributes', `an element has more than ${MAX_ATTRIBUTES} attributes`, MAX_ATTRIBUTES);
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = {
      name: tag.local,
      uri: tag.uri,
      attributes: Object.values(tag.attributes).filter((attribute) => attribute.uri !== XMLNS),
      children: [],
      text: '',
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const addText = (part: string) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    open.pop();
  });
  // Required by XML 1.0 (2.11). The parser would do it too, but emits one text event per line.
  parser.write(text.replace(/\r\n?/g, '\n')).close();
  if (!root) throw new XmlError('malformed', 'the document is empty');
  return root;
}

/** Whether the element says by `xsi:nil` that it has no value. */
export function isNil({ attributes }: XmlElement): boolean {
  return attributes.some(
    ({ local, uri, value }) => local === 'nil' && uri === XSI && ['1', 'true'].includes(value.trim()),
  );
}

function refuseLongComments(text: string): void {
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const found = text.indexOf('-->', start);
    const end = found < 0 ? text.length : found;
    if (end - start > MAX_COMMENT_LENGTH) {
      throw new XmlError('comment', `a comment is longer than ${MAX_COMMENT_LENGTH} characters`, MAX_COMMENT_LENGTH);
    }
    start = text.indexOf('<!--', end);
  }
}
