import { createClientAsync } from 'soap';
import { wsdlPath } from './contract/wsdl';
import type { createAgents } from './exchange';
import { type Call, createHttpClient } from './http-client';
import { type Operation, operations } from './operations';
import type { Wire } from './wire';

/** node-soap's methods for the contract's operations. `answer` is the content of the response element. */
export type SoapClient = {
  readonly [Name in Operation as `${Name}Async`]: (
    message: Wire,
    call: Call,
  ) => Promise<[answer: unknown, ...rest: unknown[]]>;
};

const asText = (text: string) => text;

/** Reads the committed contract from disk; fetches nothing. */
export async function createSoapClient(endpoint: string, agents: ReturnType<typeof createAgents>): Promise<SoapClient> {
  const client = await createClientAsync(wsdlPath, {
    endpoint,
    httpClient: createHttpClient(agents),
    // node-soap would turn decimals into floats and dates without a zone into local time; answers.ts parses the text.
    customDeserializer: { decimal: asText, int: asText, long: asText, dateTime: asText },
    // A report's text ends with a line break, which must be kept.
    preserveWhitespace: true,
  });
  if (!hasEveryOperation(client)) throw new Error(`seqr: ${wsdlPath} lacks an operation that the shop calls`);
  return client;
}

function hasEveryOperation(client: object): client is SoapClient {
  return Object.keys(operations).every((name) => `${name}Async` in client);
}
