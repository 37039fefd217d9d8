import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export type TcpProxy = {
  /** `url` with the proxy's host and port. */
  readonly url: string;
  /** Stops all traffic without ending a connection. */
  freeze(): void;
  /** Ends all connections and refuses new ones, until `open`. */
  close(): void;
  open(): void;
  stop(): Promise<void>;
};

/** Starts a proxy for the server of `url`. `alter` may replace each piece of data that the server sends. */
export async function startProxy(url: string, alter = (piece: Buffer) => piece): Promise<TcpProxy> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  let isClosed = false;
  const server = createServer((client) => {
    if (isClosed) return client.destroy();
    const upstream = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (piece) => !isFrozen && to.write(from === upstream ? alter(piece) : piece));
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system assigned no port.');
  const own = new URL(url);
  own.port = String(address.port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: own.href,
    freeze: () => {
      isFrozen = true;
    },
    close: () => {
      isClosed = true;
      cut();
    },
    open: () => {
      isClosed = false;
      isFrozen = false;
    },
    stop: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
