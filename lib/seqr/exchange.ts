import { once } from 'node:events';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Operation } from './operations';
import { SeqrError, type SeqrErrorKind } from './seqr-error';

export type ExchangeOptions = { operation: Operation; timeoutMs: number; maxBytes: number };
export type HttpAnswer = { status: number; text: string };

// Idle connections are closed before servers usually close them (5 s). A request sent on a closing connection is lost,
// and a lost sendInvoice leaves the payment in doubt.
const idleMs = 3000;
export const connections = 128;

export function createAgents() {
  const options = { keepAlive: true, maxSockets: connections, timeout: idleMs };
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) };
  return {
    for: (protocol: string) => (protocol === 'https:' ? agents['https:'] : agents['http:']),
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

/**
 * Posts one message and reads the whole answer. `timeoutMs` limits the time from the wait for a connection
 * to the answer's last byte. Redirects are not followed. Throws `SeqrError` of kind unreachable, timeout, lost or content.
 */
export async function exchange(
  endpoint: URL,
  agent: http.Agent,
  body: string,
  headers: Record<string, string>,
  { operation, timeoutMs, maxBytes }: ExchangeOptions,
): Promise<HttpAnswer> {
  const secure = endpoint.protocol === 'https:';
  const request = (secure ? https : http).request(endpoint, {
    method: 'POST',
    agent,
    headers: { ...headers, 'Content-Length': Buffer.byteLength(body), 'Accept-Encoding': 'identity' },
  });
  const connected = watchConnection(request, secure);
  let late = false;
  const deadline = setTimeout(() => {
    late = true;
    request.destroy(new Error('deadline'));
  }, timeoutMs);
  // once() rejects on the first error. Without this listener, a later error would crash the process.
  request.on('error', () => {});
  try {
    request.end(body);
    const [response]: IncomingMessage[] = await once(request, 'response');
    if (!response) throw new Error('a response event without a response');
    return { status: response.statusCode ?? 0, text: decode(await readBody(response, maxBytes), response) };
  } catch (error) {
    const fail = (kind: SeqrErrorKind, reason: string) => new SeqrError({ operation, kind, reason });
    if (error instanceof UnusableBody) throw fail('content', error.message);
    if (!connected())
      throw fail('unreachable', `no connection to ${endpoint.host} (${late ? 'timeout' : code(error)})`);
    if (late) throw fail('timeout', `no complete answer within ${timeoutMs} ms`);
    throw fail('lost', `the connection broke before the answer was complete (${code(error)})`);
  } finally {
    clearTimeout(deadline);
  }
}

/**
 * The established connections. Node's `reusedSocket` would not be enough: it is false for a connection that the agent
 * passes directly to a queued request.
 */
const established = new WeakSet<Socket>();

/**
 * Returns a function that tells whether the connection, with TLS if used, is established. Until then, SEQR has not
 * received any part of the request.
 */
function watchConnection(request: ClientRequest, secure: boolean): () => boolean {
  let connected = false;
  request.once('socket', (socket) => {
    if (established.has(socket)) connected = true;
    else
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        established.add(socket);
        connected = true;
      });
  });
  return () => connected;
}

class UnusableBody extends Error {}

/** A message without an encoding is read as bytes; Node's types say `any`. */
function bytesOf(message: IncomingMessage): AsyncIterable<Buffer> {
  return message;
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytesOf(response)) {
    size += chunk.length;
    if (size > maxBytes) throw new UnusableBody(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(body: Buffer, { headers }: IncomingMessage): string {
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') throw new UnusableBody('the answer is compressed');
  const charset = /;\s*charset="?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset, { fatal: true }).decode(body);
  } catch {
    throw new UnusableBody('the answer is not valid in its declared encoding');
  }
}

function code(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'broken';
}
