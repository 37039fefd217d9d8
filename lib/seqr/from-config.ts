import manifest from '../../package.json';
import { config } from '../config';
import { forgetGlobal, processGlobal } from '../process-global';
import { createSeqrClient, type SeqrClient } from './client';

/** The client of this process, for the service and with the credentials of the environment. */
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

/** The next call makes a new client, for a configuration that has changed. */
export function renewSeqr(): void {
  seqr().close();
  forgetGlobal('seqr');
}
