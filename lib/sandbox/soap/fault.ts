import { soapEnvelopeNamespace } from '../../seqr/contract/wsdl';
import { escapeXml } from './write-xml';

export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

/** What is not a valid request at all. A request that is merely refused is answered with a result code instead. */
export class SoapFault extends Error {
  readonly code: FaultCode;

  constructor(message: string, code: FaultCode = 'Client') {
    super(message);
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
