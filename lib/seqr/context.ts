import type { CallOptions, Credentials } from './types';

export type SeqrOptions = {
  /** The address of the SOAP service, without `?wsdl`. */
  endpoint: string;
  terminal: Credentials;
  /** The shop owner. An id that already contains the user (`shop/9900`) is sent unchanged. */
  reseller: Credentials & { userId?: string };
  /** The company's name. */
  clientId: string;
  /** System and version, at most 32 characters. */
  clientReference: string;
  /** At most 40 characters. */
  channel?: string;
  /** The time limit of a call, from the wait for a connection to the last byte of its answer. */
  timeoutMs: number;
};

/** Throws `RangeError` if a field is longer than SEQR accepts (SEQR manual 2.4.2.1). */
export function checkLengths({ channel = '', clientReference }: SeqrOptions): void {
  if (channel.length > 40) throw new RangeError('seqr: channel is longer than 40 characters');
  if (clientReference.length > 32) throw new RangeError('seqr: clientReference is longer than 32 characters');
}

/** The caller and its credentials: the first element of every operation except benchmarkingNop. */
export function createContext(options: SeqrOptions, as: NonNullable<CallOptions['as']>) {
  const { channel = 'WS', clientId, clientReference, terminal, reseller } = options;
  const { id, password } = as === 'terminal' ? terminal : as === 'reseller' ? reseller : as;
  const initiatorPrincipalId =
    as === 'reseller'
      ? { id, type: 'RESELLERUSER', userId: id.includes('/') ? undefined : (reseller.userId ?? '9900') }
      : { id, type: 'TERMINALID' };
  return { channel, clientId, clientReference, clientRequestTimeout: 0, initiatorPrincipalId, password };
}
