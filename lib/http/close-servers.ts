import type { Server } from 'node:http';
import { onServerRequest } from '../on-server-request';
import { processGlobal } from '../process-global';
import { isStopping } from '../server-phase';

/**
 * Collects the HTTP servers of this process, because Next does not expose its own. Once the process is stopping, each
 * response also closes its connection, so that a proxy connects to another process.
 */
export function noteServers(): void {
  onServerRequest((_request, response, server) => {
    servers().add(server);
    if (isStopping()) response.shouldKeepAlive = false;
  });
}

/** Accepts no further connections. Resolves when the requests in progress are answered. */
export async function closeServers(): Promise<void> {
  await Promise.all([...servers()].map((server) => new Promise((resolve) => server.close(resolve))));
}

function servers(): Set<Server> {
  return processGlobal('servers', () => new Set<Server>());
}
