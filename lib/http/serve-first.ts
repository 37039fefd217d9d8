import type { IncomingMessage, ServerResponse } from 'node:http';
import { log } from '../log';
import { beforeNext } from './before-next';
import { sendResponse, toRequest } from './node-http';

/** Answers on Node's own response. */
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
type Find = (request: IncomingMessage, path: string) => Answer | null;
/** A route's handler. */
export type Serve = (request: Request) => Promise<Response>;
/** What happens if there is no answer. */
type Fail = (response: ServerResponse, error: unknown) => void;

/**
 * Answers the requests for which `find` returns a function, before Next does. Use it only for routes that are called so often
 * that Next's own work per request matters; the same routes must exist in `app` or `pages`. `path` is without the query.
 */
export function serveFirst(find: Find, fail: Fail = fail500): void {
  beforeNext((request, response) => {
    const answer = find(request, request.url?.split('?', 1)[0] ?? '');
    if (!answer) return false;
    // As next.config.js does for every response.
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.once('finish', () => discardRest(request));
    answer(request, response).catch((error: unknown) => fail(response, error));
    return true;
  });
}

/** Adapts a route's handler to Node's request and response. */
export function answerWith(serve: Serve): Answer {
  return async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const answered = await serve(toRequest(request, gone.signal));
    // If the route has stopped reading part-way, Node has destroyed the request, so its rest cannot be discarded.
    if (request.destroyed && !request.complete) response.shouldKeepAlive = false;
    await sendResponse(answered, response);
  };
}

/** For `serveFirst`: answers POST requests to `paths` with a route; with `type`, only bodies of that media type. */
export function postTo(paths: readonly string[], serve: Serve, type?: string): Find {
  const answer = answerWith(serve);
  return ({ method, headers }, path) => {
    const isWanted = type === undefined || headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === type;
    return method === 'POST' && paths.includes(path) && isWanted ? answer : null;
  };
}

/** Otherwise a connection with an unread rest of a large body would never reach its next request. `requestTimeout` limits it. */
function discardRest(request: IncomingMessage): void {
  if (!request.complete) request.removeAllListeners('data').resume();
}

/** As Next does. */
function fail500(response: ServerResponse, error: unknown): void {
  log.error({ err: error }, 'server: a request failed');
  if (response.headersSent) response.destroy();
  else response.writeHead(500).end();
}
