import { SaxesParser } from 'saxes';
import { SoapFault } from './fault';

export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: readonly { local: string; uri: string; value: string }[];
  readonly children: XmlElement[];
  text: string;
}

// A request of SEQR's is some ten levels deep, with next to no attributes; a bill of 1 000 rows has 16 000 elements.
const DEEPEST = 64;
const MOST_ATTRIBUTES = 64;
const MOST_ELEMENTS = 20_000;
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/**
 * Parses strictly, and refuses what is dangerous or no business of a SOAP message: DOCTYPE (and with it entities),
 * processing instructions, extreme depth or number. Throws a `SoapFault`; never takes a truncated document for whole.
 */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false, defaultXMLVersion: '1.0', forceXMLVersion: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let attributes = 0;

  parser.on('error', (error) => {
    throw new SoapFault(`The request is not well-formed XML: ${error.message.replace(/\.$/, '')}.`);
  });
  parser.on('doctype', () => {
    throw new SoapFault('A DOCTYPE is not allowed in a SOAP message.');
  });
  parser.on('processinginstruction', () => {
    throw new SoapFault('A processing instruction is not allowed in a SOAP message.');
  });
  parser.on('opentagstart', () => {
    attributes = 0;
    elements += 1;
    if (open.length >= DEEPEST) throw new SoapFault(`The request is nested deeper than ${DEEPEST} levels.`);
    if (elements > MOST_ELEMENTS) throw new SoapFault(`The request has more than ${MOST_ELEMENTS} elements.`);
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MOST_ATTRIBUTES) throw new SoapFault(`An element has more than ${MOST_ATTRIBUTES} attributes.`);
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
  parser.write(text).close();
  if (!root) throw new SoapFault('The request is empty.');
  return root;
}
