import { soapEnvelopeNamespace, targetNamespace } from '../../seqr/contract/wsdl';

/** An element to write: its name and its text or children; an element without a value is left out. */
export type XmlField = readonly [name: string, value: string | number | readonly XmlField[] | null | undefined];

// Beside the five, what XML 1.0 cannot hold at all is dropped, and a carriage return is kept from becoming a line feed.
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

/** The answer to an operation: document/literal wrapped, only the wrapper qualified. */
export function writeAnswer(operation: string, fields: readonly XmlField[]): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${soapEnvelopeNamespace}"><soap:Body>` +
    `<ns2:${operation}Response xmlns:ns2="${targetNamespace}">${writeXml([['return', fields]])}</ns2:${operation}Response>` +
    `</soap:Body></soap:Envelope>`
  );
}
