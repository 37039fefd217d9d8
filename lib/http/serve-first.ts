import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { log } from '../log';
import { onServerRequest } from '../on-server-request';
import { sendResponse, toRequest } from './node-http';

type Serve = (request: Request) => Promise<Response>;

/**
 * Answers POST requests to `paths` before Next does. Use it only for routes that are called so often that Next's own work per
 * request matters; the same routes must exist in `app`. Checks added with `onServerRequest`, such as that of the host, run
 * first, because they change the request's address.
 */
export function serveFirst(paths: readonly string[], serve: Serve): void {
  const prepared = new WeakSet<Server>();
  onServerRequest((_request, _response, server) => {
    if (prepared.has(server)) return;
    prepared.add(server);
    // Next does not expose its server before it listens. This runs before the first request's own listeners are called.
    const listeners = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (isServed(request, paths)) void answer(request, response, serve);
      else for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
    });
  });
}

function isServed({ method, url = '' }: IncomingMessage, paths: readonly string[]): boolean {
  return method === 'POST' && paths.includes(url.split('?', 1)[0] ?? '');
}

async function answer(request: IncomingMessage, response: ServerResponse, serve: Serve): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  try {
    // As next.config.js does for every response.
    response.setHeader('X-Content-Type-Options', 'nosniff');
    await sendResponse(await serve(toRequest(request, gone.signal)), response);
  } catch (error) {
    // A fault of the sandbox closes the connection on purpose.
    log.debug({ err: error }, 'server: a connection was closed without an answer');
    response.destroy();
  }
}
