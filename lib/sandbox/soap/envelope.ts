import { soapEnvelopeNamespace, targetNamespace } from '../../seqr/contract/wsdl';
import type { XmlElement } from '../../xml/parse-xml';
import { SoapFault } from '../wire/soap-fault';

const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';

/** The operation in the body of a SOAP 1.1 envelope. Throws a `SoapFault` for an invalid envelope. */
export function openEnvelope(envelope: XmlElement): XmlElement {
  if (envelope.name !== 'Envelope') throw new SoapFault('The request is XML, but not a SOAP envelope.');
  if (envelope.uri !== soapEnvelopeNamespace) {
    const version = envelope.uri === SOAP_12 ? 'This is SOAP 1.2' : 'The envelope is in an unknown namespace';
    throw new SoapFault(`${version}; the service requires SOAP 1.1 (${soapEnvelopeNamespace}).`, 'VersionMismatch');
  }
  const parts = envelope.children.filter(({ uri }) => uri === soapEnvelopeNamespace);
  refuseMandatoryHeaders(parts.find(({ name }) => name === 'Header'));
  const [body, second] = parts.filter(({ name }) => name === 'Body');
  if (!body || second) throw new SoapFault(`The envelope has ${second ? 'more than one' : 'no'} Body.`);
  const [operation, another] = body.children;
  if (!operation) throw new SoapFault('The Body is empty; it must contain one operation.');
  if (another) throw new SoapFault('The Body has more than one element; it must contain one operation.');
  if (operation.uri !== targetNamespace) {
    throw new SoapFault(`${operation.name} is not in the namespace ${targetNamespace}.`);
  }
  return operation;
}

function refuseMandatoryHeaders(header: XmlElement | undefined): void {
  for (const entry of header?.children ?? []) {
    const mandatory = entry.attributes.some(
      ({ local, uri, value }) =>
        local === 'mustUnderstand' && uri === soapEnvelopeNamespace && ['1', 'true'].includes(value.trim()),
    );
    if (mandatory) throw new SoapFault(`The header ${entry.name} is not supported.`, 'MustUnderstand');
  }
}
