import { subscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';

/**
 * Makes this process's servers answer requests that offer another protocol (`Upgrade: h2c`, as CXF and Java's HttpClient
 * do) in HTTP/1.1. Next's own listener closes their connections. Node passes an upgrade to the server's listeners, and
 * treats it as a normal request if there are none. Not for development, where Next's pages reload over a web socket.
 */
export function ignoreUpgrades(): void {
  // Not onServerRequest, which does not report upgrades: the first request may be one.
  subscribe('net.server.socket', (message) => {
    // Node sets `server` on accepted sockets but does not declare it.
    const server: unknown = Object(message).socket.server;
    if (server instanceof Server) server.removeAllListeners('upgrade');
  });
}
