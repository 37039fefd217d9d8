import { type LookupAddress, lookup } from 'node:dns';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { unescape as decode } from 'node:querystring';
import { isPrivateAddress } from './private-address';

/** The HTTP status, or the reason why no answer arrived. */
export type NotificationOutcome = { httpStatus: number | null; failure: string | null };

const TIMEOUT_MS = 5_000;

/**
 * POSTs the invoice's reference as a form. The address's user and password are sent as Basic authentication. Redirects are
 * not followed, and only the status is kept. With `publicOnly`, no connection is made to a private network, whatever the
 * name resolves to.
 */
export function postNotification(
  url: string,
  invoiceReference: string,
  { publicOnly, timeoutMs = TIMEOUT_MS }: { publicOnly: boolean; timeoutMs?: number },
): Promise<NotificationOutcome> {
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, '');
  if (publicOnly && isIP(host) && isPrivateAddress(host)) return Promise.resolve(failed(PRIVATE));
  const body = new URLSearchParams({ invoiceReference }).toString();
  // Unlike Node's own reading of the address, this accepts an invalid percent sign.
  const auth = `${decode(target.username)}:${decode(target.password)}`;
  target.username = '';
  target.password = '';

  return new Promise((resolve) => {
    const send = target.protocol === 'https:' ? requestHttps : requestHttp;
    const request = send(target, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'SEQR-sandbox',
      },
      ...(auth !== ':' && { auth }),
      agent: false,
      ...(publicOnly && { lookup: lookupPublic }),
    });
    const deadline = setTimeout(() => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)), timeoutMs);
    request.once('response', (response) => {
      clearTimeout(deadline);
      resolve({ httpStatus: response.statusCode ?? 0, failure: null });
      response.destroy();
    });
    request.on('error', (error) => {
      clearTimeout(deadline);
      resolve(failed(error.message));
    });
    request.end(body);
  });
}

const PRIVATE = 'the address is in a private network, to which a public sandbox does not post';

function failed(failure: string): NotificationOutcome {
  return { httpStatus: null, failure: failure.slice(0, 300) };
}

/** Resolves the name within the connection, which therefore goes to the address that was checked. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const [first] = addresses ?? [];
    if (error || !first) return callback(error ?? new Error('the name has no address'), '');
    if (addresses.some(({ address }) => isPrivateAddress(address))) return callback(new Error(PRIVATE), '');
    if (options.all) return callback(null, addresses);
    callback(null, first.address, first.family);
  });
};
