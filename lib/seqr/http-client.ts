import type { IHttpClient } from 'soap';
import { targetNamespace } from './contract/wsdl';
import { type createAgents, type ExchangeOptions, exchange } from './exchange';
import { logExchange } from './exchange-log';
import { ignoredPromise, writeCanonicalEnvelope } from './node-soap-adapter';
import { type Answer, type Envelope, readEnvelope } from './read-envelope';
import { redact } from './redact';
import { SeqrError, type SeqrFailure } from './seqr-error';

/** The options of one call, which node-soap passes on to the HTTP client. `secrets` never appear in an error. */
export type Call = ExchangeOptions & { secrets: readonly string[] };

/** Sends node-soap's messages over keep-alive connections and reads the answers strictly. */
export function createHttpClient(agents: ReturnType<typeof createAgents>): IHttpClient {
  return {
    request(address, xml: string, done, headers = {}, call: Call) {
      const endpoint = new URL(address);
      logExchange(call.operation, xml, exchange(endpoint, agents.for(endpoint.protocol), xml, headers, call))
        .then(({ status, text }) => writeCanonicalEnvelope(openEnvelope(status, text, call)))
        .then((envelope) => done(null, { status: 200, headers: {} }, envelope))
        // Also called if node-soap throws while it reads the answer: otherwise its caller would wait forever.
        .catch(done);
      return ignoredPromise;
    },
  };
}

/** Maps an HTTP response to the answer in it. Throws `SeqrError` of kind fault, http or content. */
function openEnvelope(status: number, text: string, { operation, secrets }: Call): Answer {
  const fail = (failure: Omit<SeqrFailure, 'operation'>) =>
    new SeqrError({ operation, httpStatus: status, ...failure });
  let envelope: Envelope | undefined;
  let flaw = '';
  try {
    envelope = readEnvelope(text);
  } catch (error) {
    flaw = redact(error instanceof Error ? error.message : '', secrets);
  }
  if (envelope?.fault) {
    const { code, reason } = envelope.fault;
    throw fail({
      kind: 'fault',
      faultCode: redact(code, secrets),
      reason: `fault ${redact(`${code} ${reason}`, secrets)}`,
    });
  }
  if (status !== 200) throw fail({ kind: 'http', reason: `HTTP status ${status}` });
  if (!envelope) throw fail({ kind: 'content', reason: flaw });
  if (envelope.namespace !== targetNamespace || envelope.name !== `${operation}Response`) {
    throw fail({ kind: 'content', reason: `the answer is from another operation (${redact(envelope.name, secrets)})` });
  }
  return envelope;
}
