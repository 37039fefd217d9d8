import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/** Converts a request of Node's server for a route. `signal` aborts when the client is gone. */
export function toRequest(incoming: IncomingMessage, signal?: AbortSignal): Request {
  const { method = 'GET', headers, url } = incoming;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const init = {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    // Node and the DOM have separate types for the same class.
    ...(signal && { signal }),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: 'half' }),
  };
  return new Request(`http://${headers.host}${url}`, init);
}

/** Sends a route's response through Node's server. */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer());
  const cookies = response.headers.getSetCookie();
  const headers = { ...Object.fromEntries(response.headers), ...(cookies.length > 0 && { 'set-cookie': cookies }) };
  // With it, small answers are not compressed, nor sent in chunks.
  if (body.length > 0) outgoing.setHeader('Content-Length', body.length);
  outgoing.writeHead(response.status, headers).end(body);
}
