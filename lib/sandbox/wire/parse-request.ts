import { parseXml, type XmlElement, XmlError } from '../../xml/parse-xml';
import { SoapFault } from './soap-fault';

// SEQR's requests are about ten levels deep with almost no attributes; an invoice of 1,000 rows has 16,000 elements.
const RULES = { maxDepth: 64, maxElements: 20_000, refuseInstructions: true };

/**
 * Parses a request strictly and rejects anything dangerous or invalid in a SOAP message. Throws a `SoapFault` that
 * explains it to the merchant's developer; never accepts a truncated document.
 */
export function parseRequest(text: string): XmlElement {
  try {
    const root = parseXml(text, RULES);
    refuseMixedContent(root);
    return root;
  } catch (error) {
    throw error instanceof XmlError ? new SoapFault(explain(error)) : error;
  }
}

/** Ignoring part of an element could change an amount: `<value>1<x>9</x>0</value>`. */
function refuseMixedContent({ name, text, children }: XmlElement): void {
  if (children.length > 0 && text.trim() !== '') {
    throw new SoapFault(`The element ${name.slice(0, 80)} contains text and elements. Send only one of them.`);
  }
  for (const child of children) refuseMixedContent(child);
}

function explain({ flaw, limit, message }: XmlError): string {
  switch (flaw) {
    case 'malformed':
      return `The request is not well-formed XML: ${message.replace(/\.$/, '')}.`;
    case 'doctype':
      return 'A DOCTYPE is not allowed in a SOAP message.';
    case 'instruction':
      return 'A processing instruction is not allowed in a SOAP message.';
    case 'depth':
      return `The request is nested deeper than ${limit} levels.`;
    case 'elements':
      return `The request has more than ${limit} elements.`;
    case 'attributes':
      return `An element has more than ${limit} attributes.`;
    case 'comment':
      return `A comment in the request is longer than ${limit} characters. Shorten it.`;
  }
}
