import { onServerRequest } from './on-server-request';
import { findServerAddress } from './server-address';

/**
 * Without PUBLIC_URL, answers requests for unknown hosts with 421 (app/api/misdirected). A web page could otherwise
 * resolve its own name to 127.0.0.1 and read a local sandbox (DNS rebinding). Writes the server's address into `Host`
 * and `X-Forwarded-*` of all other requests, whatever the client or an untrusted proxy sent. Next then sees the same
 * address as `serverAddress`.
 */
export function guardHost(): void {
  onServerRequest((request) => {
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
