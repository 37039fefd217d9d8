import type { HeaderExpectation, Source } from './expectations';

/** SOAP 1.1, document/literal wrapped. */
export const HEADERS = [
  {
    name: 'Content-Type',
    pattern: /^text\/xml\s*(;.*)?$/i,
    expected: 'text/xml, the media type of SOAP 1.1',
    source: 'SEQR manual 2.4.2.1',
  },
  {
    name: 'SOAPAction',
    pattern: /^""$/,
    expected: 'a pair of quotation marks with nothing between them',
    source: 'SEQR manual 2.4.2.1',
  },
] as const satisfies readonly HeaderExpectation[];

export const ENVELOPE_NAMESPACE = 'http://schemas.xmlsoap.org/soap/envelope/';

/** Qualifies the wrapper element only. */
export const WRAPPER_NAMESPACE = 'http://external.interfaces.ers.seamless.com/';

/** Every element below the wrapper is unqualified. */
export const FIELD_NAMESPACE = '';

export const ENVELOPE_SOURCE = 'SEQR manual 2.4.2.1' satisfies Source;

/** Local names of attributes that a literal message does not carry. */
export const ABSENT_ATTRIBUTES = [
  { name: 'encodingStyle', expected: 'a literal message without encodingStyle', source: 'SEQR manual 2.4.2.1' },
  { name: 'nil', expected: 'an absent element instead of a nil one', source: 'SEQR manual 2.4.2.1' },
] as const satisfies readonly { name: string; expected: string; source: Source }[];
