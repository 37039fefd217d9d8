import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../log';
import { beforeNext } from './before-next';
import { sendResponse, toRequest } from './node-http';

type Serve = (request: Request) => Promise<Response>;

/**
 * Answers POST requests to `paths` before Next does. Use it only for routes that are called so often that Next's own work per
 * request matters; the same routes must exist in `app`.
 */
export function serveFirst(paths: readonly string[], serve: Serve): void {
  beforeNext((request, response) => {
    const { method, url = '' } = request;
    if (method !== 'POST' || !paths.includes(url.split('?', 1)[0] ?? '')) return false;
    void answer(request, response, serve);
    return true;
  });
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
