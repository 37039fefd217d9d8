import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { portOf } from '../port-of';
import { createSeqrClient, type SeqrClient } from '../seqr/client';
import type { SeqrOptions } from '../seqr/context';
import { soapEnvelopeNamespace, targetNamespace } from '../seqr/contract/wsdl';
import { SeqrError } from '../seqr/seqr-error';

// For tests: a real HTTP server on a free port, and a client for it.

export type TestService = { address: string; requests: string[]; server: Server; close: () => Promise<void> };
export type Answerer = (response: ServerResponse, body: string, request: IncomingMessage) => void;

/** Reads each request completely, stores its body in `requests`, and passes it to `answer`. */
export async function startService(answer: Answerer): Promise<TestService> {
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    requests.push(body);
    answer(response, body, request);
  });
  // A test that is busy for a few seconds may still use its open connection.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = portOf(server);
  return {
    address: `http://127.0.0.1:${port}/soap`,
    requests,
    server,
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export function createTestClient(endpoint: string, options: Partial<SeqrOptions> = {}): SeqrClient {
  return createSeqrClient({
    endpoint,
    terminal: { id: 'till-7', password: 'terminal-secret' },
    reseller: { id: 'pine-shop', password: 'reseller-secret' },
    clientId: 'Pine & Sons',
    clientReference: 'pine 1.0',
    timeoutMs: 5000,
    ...options,
  });
}

export function envelope(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="${soapEnvelopeNamespace}"><s:Body>${body}</s:Body></s:Envelope>`;
}

export function answerOf(operation: string, fields: string): string {
  return envelope(
    `<a:${operation}Response xmlns:a="${targetNamespace}"><return>${fields}</return></a:${operation}Response>`,
  );
}

export const success = '<resultCode>0</resultCode><resultDescription>SUCCESS</resultDescription>';

/** Returns the `SeqrError` with which a call failed. Throws if the call succeeded or failed in another way. */
export async function failureOf(call: Promise<unknown>): Promise<SeqrError> {
  const outcome = await call.catch((error: unknown) => error);
  if (outcome instanceof SeqrError) return outcome;
  throw new Error('the call did not end with a SeqrError', { cause: outcome });
}
