// Forwards requests to several web processes in turn, as a load balancer does, and skips those that are down. Repeats a
// request only if that is harmless: the connection was refused, or a GET got no answer.
import { once } from 'node:events';
import { Agent, createServer, type IncomingMessage, request as newRequest, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import type { Server } from './server';

type Target = Pick<Server, 'address' | 'isDown'>;
type RunningProxy = { stop(): void };

/** The web processes keep an idle connection for longer than this. */
const IDLE_MS = 30_000;

export async function startProxy(port: number, targets: readonly Target[]): Promise<RunningProxy> {
  const agent = new Agent({ keepAlive: true, timeout: IDLE_MS });
  let turn = 0;
  const server = createServer(async (request, response) => {
    const body = await readBody(request).catch(() => null);
    if (body === null) return;
    turn += 1;
    const inTurn = targets.map((_, index) => targets[(turn + index) % targets.length]);
    for (const target of inTurn) {
      if (!target || target.isDown()) continue;
      const failure = await forward(agent, target, request, body, response);
      if (!failure) return;
      if (response.headersSent || (request.method !== 'GET' && failure !== 'ECONNREFUSED')) {
        response.destroy();
        return;
      }
    }
    response.writeHead(503).end('no web process');
  });
  server.keepAliveTimeout = 65_000;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    stop: () => {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

/**
 * Resolves to null once the answer has begun, or to the code of an error before that. If the answer breaks off later,
 * the client's answer breaks off too.
 */
function forward(
  agent: Agent,
  { address }: Target,
  { method, url, headers, socket }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<string | null> {
  return new Promise((resolve) => {
    const forwarded = { ...headers, 'x-forwarded-for': socket.remoteAddress };
    const outgoing = newRequest(address + url, { method, headers: forwarded, agent }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      pipeline(answer, response, () => {});
      resolve(null);
    });
    response.once('close', () => outgoing.destroy());
    outgoing.once('error', (error) => resolve('code' in error ? String(error.code) : error.message));
    outgoing.end(body);
  });
}
