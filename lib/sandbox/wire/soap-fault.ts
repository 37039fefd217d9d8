import { soapEnvelopeNamespace } from '../../seqr/contract/wsdl';
import { escapeXml } from '../../xml/write-xml';

export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

/** A message may repeat a name from the request, which may be as long as the request. */
const MAX_MESSAGE_LENGTH = 400;

/** An invalid request. A valid but refused request gets a result code instead. */
export class SoapFault extends Error {
  readonly code: FaultCode;

  constructor(message: string, code: FaultCode = 'Client') {
    super(message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message);
    this.code = code;
  }
}

/**
 * A call beyond a rate limit of its address. No SEQR source documents such a limit, so it is answered with HTTP 429, and
 * with a fault for clients that read only the body.
 */
export class TooManyCalls extends SoapFault {
  readonly seconds: number;

  constructor(seconds: number) {
    super(`Too many calls from this address. Call again in ${seconds} s.`, 'Server');
    this.seconds = seconds;
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
