import manifest from '../../package.json';
import { config } from '../config';
import { forgetGlobal, processGlobal } from '../process-global';
import { createSeqrClient, type SeqrClient } from './client';

/** This process's client, configured by the environment. */
export function seqr(): SeqrClient {
  return processGlobal('seqr', () => {
    const { endpoint, terminalId, terminalPassword, resellerId, resellerPassword, clientId, timeoutMs } = config().seqr;
    return createSeqrClient({
      endpoint,
      terminal: { id: terminalId, password: terminalPassword },
      reseller: { id: resellerId, password: resellerPassword },
      clientId,
      clientReference: `${manifest.name} ${manifest.version}`.slice(0, 32),
      timeoutMs,
    });
  });
}

/** Closes the client. The next call of `seqr` creates one with the changed configuration. */
export function renewSeqr(): void {
  seqr().close();
  forgetGlobal('seqr');
}
