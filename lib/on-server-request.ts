import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** Calls `prepare` with every request to an HTTP server of this process, before the server's own listeners see it. */
export function onServerRequest(
  prepare: (request: IncomingMessage, response: ServerResponse, server: Server) => void,
): void {
  subscribe('http.server.request.start', (message) => {
    // Node documents the message's type but does not declare it.
    const { request, response, server } = message as {
      request: IncomingMessage;
      response: ServerResponse;
      server: Server;
    };
    prepare(request, response, server);
  });
}
