import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { findServerAddress } from './server-address';

/**
 * Lets no host of a stranger past this point. A request for one is answered 421 (app/api/misdirected) where PUBLIC_URL is
 * not set: a page of the internet could otherwise give its own name the address 127.0.0.1 and read a local sandbox
 * (DNS rebinding). Every other request carries the server's address in `Host` and `X-Forwarded-*`, whatever the client
 * or an untrusted proxy wrote there, so that Next sees the same address as `serverAddress`.
 */
export function guardHost(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const address = findServerAddress(request.headers);
    if (address === null) {
      request.url = '/api/misdirected';
      return;
    }
    const { host, protocol } = new URL(address);
    request.headers.host = host;
    request.headers['x-forwarded-host'] = host;
    request.headers['x-forwarded-proto'] = protocol.replace(':', '');
    delete request.headers['x-forwarded-port'];
  });
}
