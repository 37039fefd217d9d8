import { createServer, type IncomingMessage } from 'node:http';
import { monotonicMs } from '../clock';
import { readBody } from '../http/request-body';
import { portOf } from '../port-of';

export type Received = {
  readonly reference: string;
  readonly url: string;
  readonly at: number;
  readonly ms: number;
  readonly status: number;
};

const LIMIT = 16 * 1024;

/** The notifications that SEQR sent, with the answers of the shop's route. */
export class NotificationLog {
  readonly received: Received[] = [];

  of(reference: string): Received[] {
    return this.received.filter((one) => one.reference === reference);
  }
}

/**
 * Runs an HTTP server for SEQR's notifications during the certification. It passes each notification to the shop's
 * route and rejects everything else.
 */
export async function listenForNotifications(
  log: NotificationLog,
  notify: (request: Request) => Promise<Response>,
  { host, port }: { host: string; port: number },
) {
  const server = createServer(async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
    if (incoming.method !== 'POST' || pathname !== '/api/seqr/notifications') {
      outgoing.writeHead(404).end();
      return;
    }
    try {
      outgoing.writeHead(await receive(log, notify, incoming)).end();
    } catch {
      outgoing.destroy();
    }
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    port: portOf(server),
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function receive(
  log: NotificationLog,
  notify: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
): Promise<number> {
  const at = monotonicMs();
  const chunks: Buffer[] = [];
  let size = 0;
  // Without an encoding Node reads bytes; its types say `any`.
  const bytes: AsyncIterable<Buffer> = incoming;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > LIMIT) return 413;
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  const url = `http://${incoming.headers.host ?? 'localhost'}${incoming.url}`;
  const headers = { 'Content-Type': incoming.headers['content-type'] ?? 'application/x-www-form-urlencoded' };
  const make = () => new Request(url, { method: 'POST', headers, body });
  const reference = new URLSearchParams((await readBody(make(), LIMIT)) ?? '').get('invoiceReference') ?? '';
  const { status } = await notify(make());
  log.received.push({ reference, url, at, ms: Math.round(monotonicMs() - at), status });
  return status;
}
