import { type Client, createClientAsync, type IHttpClient } from 'soap';
import { z } from 'zod';
import { outcome } from './answers';
import { checkLengths, createContext, type SeqrOptions } from './context';
import { resultName } from './contract/result-codes';
import { targetNamespace, wsdlPath } from './contract/wsdl';
import { createAgents, exchange } from './exchange';
import { logExchange } from './exchange-log';
import { type Operation, operations } from './operations';
import { type Envelope, readEnvelope } from './read-envelope';
import { passwordsIn, redact } from './redact';
import { SeqrError, type SeqrFailure } from './seqr-error';
import type { CallOptions } from './types';
import { toWire } from './wire';

export type Transport = {
  call<Answer>(
    operation: Operation,
    fields: Record<string, unknown>,
    schema: z.ZodType<Answer>,
    options?: CallOptions,
  ): Promise<Answer>;
  close(): void;
};

/** Carries any operation to SEQR and its answer back. Throws `RangeError` when an option is longer than SEQR allows. */
export function createTransport(options: SeqrOptions): Transport {
  const { maxAnswerBytes = 1_000_000, maxReportBytes = 16_000_000 } = options;
  checkLengths(options);
  const agents = createAgents();
  let client: Promise<Client> | undefined;

  return {
    async call(operation, fields, schema, { as, timeoutMs = options.timeoutMs } = {}) {
      client ??= createSoapClient(options.endpoint, agents);
      const signer = operations[operation].signer;
      const context = signer === 'nobody' ? {} : { context: createContext(options, as ?? signer) };
      const message = { ...context, ...fields };
      const maxBytes = operation === 'executeReport' ? maxReportBytes : maxAnswerBytes;
      const invoke: (...args: unknown[]) => Promise<[unknown]> = (await client)[`${operation}Async`];
      const wire = toWire(message);
      const secrets = passwordsIn([message, wire]);
      const [content] = await invoke(wire, { operation, secrets, timeoutMs, maxBytes } satisfies Call);
      return accept(content, schema, operation, secrets);
    },
    close: agents.close,
  };
}

type Call = { operation: Operation; secrets: string[]; timeoutMs: number; maxBytes: number };

/** node-soap writes the messages as the contract has them; sending and reading are ours (exchange.ts, read-envelope.ts). */
async function createSoapClient(endpoint: string, agents: ReturnType<typeof createAgents>): Promise<Client> {
  const address = new URL(endpoint);
  const httpClient = {
    request(
      _address: string,
      xml: string,
      done: (error: unknown, response?: object, body?: Envelope) => void,
      headers: Record<string, string>,
      call: Call,
    ): void {
      logExchange(call.operation, xml, exchange(address, agents.for(address.protocol), xml, headers, call))
        .then(({ status, text }) => openEnvelope(status, text, call))
        .then(
          (body) => done(null, { status: 200, headers: {} }, body),
          (error: unknown) => done(error),
        );
    },
  };
  const client = await createClientAsync(wsdlPath, {
    // Typed for axios, whose promise node-soap does not use.
    httpClient: httpClient as unknown as IHttpClient,
    endpoint,
    escapeXML: false,
    // The cache is shared by the whole process, and this contract's reader is replaced below.
    disableCache: true,
  });
  client.wsdl.xmlToObject = (body: { name: string; content: unknown }) => ({ Body: { [body.name]: body.content } });
  return client;
}

/** From HTTP's words to SOAP's. */
function openEnvelope(status: number, text: string, { operation, secrets }: Call): Envelope {
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
    throw fail({ kind: 'content', reason: `the answer is of another operation (${redact(envelope.name, secrets)})` });
  }
  return envelope;
}

const wrapper = z.object({ return: z.unknown().refine((value) => value !== undefined) });

function accept<Answer>(content: unknown, schema: z.ZodType<Answer>, operation: Operation, secrets: string[]): Answer {
  const answer = wrapper.safeParse(content);
  const result = outcome.safeParse(answer.data?.return);
  if (!answer.success || !result.success) {
    throw new SeqrError({ operation, kind: 'content', httpStatus: 200, reason: 'the answer has no result code' });
  }
  const { resultCode, resultDescription = '' } = result.data;
  if (resultCode !== 0) {
    const name = resultName(resultCode) ?? redact(resultDescription, secrets);
    throw new SeqrError({
      operation,
      kind: 'result',
      httpStatus: 200,
      resultCode,
      reason: `result ${resultCode} ${name}`,
    });
  }
  const parsed = schema.safeParse(answer.data.return);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new SeqrError({
    operation,
    kind: 'content',
    httpStatus: 200,
    reason: `the answer is not as promised: ${places}`,
  });
}
