import { soapEnvelopeNamespace, targetNamespace } from '../../seqr/contract/wsdl';
import { writeXml, type XmlField } from '../../xml/write-xml';

/** An operation's answer: document/literal wrapped, with only the wrapper qualified. */
export function writeAnswer(operation: string, fields: readonly XmlField[]): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="${soapEnvelopeNamespace}"><soap:Body>` +
    `<ns2:${operation}Response xmlns:ns2="${targetNamespace}">${writeXml([['return', fields]])}</ns2:${operation}Response>` +
    `</soap:Body></soap:Envelope>`
  );
}
