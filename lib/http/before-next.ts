import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { onServerRequest } from '../on-server-request';

/**
 * Calls `answer` with every request to this process's servers before Next sees it. If it returns true, it answers the request
 * itself; otherwise Next does. Checks added with `onServerRequest`, such as that of the host, run first and may change
 * the request's address.
 */
export function beforeNext(answer: (request: IncomingMessage, response: ServerResponse) => boolean): void {
  const prepared = new WeakSet<Server>();
  onServerRequest((_request, _response, server) => {
    if (prepared.has(server)) return;
    prepared.add(server);
    // Next does not expose its server before it listens. This runs before the first request's own listeners are called.
    const listeners = server.listeners('request');
    server.removeAllListeners('request');
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      if (answer(request, response)) return;
      for (const listener of listeners) Reflect.apply(listener, server, [request, response]);
    });
  });
}
