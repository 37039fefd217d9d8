import { soapEnvelopeNamespace } from '../../seqr/contract/wsdl';
import { escapeXml } from './write-xml';

export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

/** A message repeats names from the request, which can be as long as the request itself. */
const LONGEST_MESSAGE = 400;

/** What is not a valid request at all. A request that is merely refused is answered with a result code instead. */
export class SoapFault extends Error {
  readonly code: FaultCode;

  constructor(message: string, code: FaultCode = 'Client') {
    super(message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message);
    this.code = code;
  }
}

export function writeFault({ code, message }: SoapFault): string {
  return (
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<soap:Envelope xmlns:soap="${soapEnvelopeNamespace}"><soap:Body><soap:Fault>` +
    `<faultcode>soap:${code}</faultcode><faultstring>${escapeXml(message)}</faultstring>` +
    `</soap:Fault></soap:Body></soap:Envelope>`
  );
}
