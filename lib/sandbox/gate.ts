import { clientAddress } from '../client-address';
import { config } from '../config';
import { type Limit, spend, tooManyRequests } from '../rate-limit';
import { exception } from './php-api/php-api';
import { ANY_ORIGIN } from './public-status';
import type { RunningSandbox } from './sandbox';
import { handleSoap } from './soap/endpoint';
import { tooManyCalls } from './soap/too-many-calls';
import { theSandbox } from './the-sandbox';

/** What stands before every route of the sandbox: 404, as if there were none, when this server runs without it. */
export function whenOn<Args extends unknown[]>(
  handle: (...args: Args) => Promise<Response>,
): (...args: Args) => Promise<Response> {
  return async (...args) => (config().sandbox.enabled ? handle(...args) : new Response('Not found\n', { status: 404 }));
}

/** The SOAP service behind that gate, for each of its published paths. Reading the contract is not limited. */
export const serveSoap = whenOn(async (request: Request) => {
  const wait = request.method === 'POST' ? await spend('soap', clientAddress(request)) : 0;
  return wait > 0 ? tooManyCalls(wait) : handleSoap(request);
});

/** Behind that gate, a path for pages of any origin; also the refusal of too many requests is readable to them. */
export function whenAsked<Context>(handle: (request: Request, context: Context) => Promise<Response>) {
  return whenOn(async (request: Request, context: Context) => {
    const wait = await spend('status', clientAddress(request));
    return wait > 0
      ? tooManyRequests(wait, 'Too many requests from this address. Ask again later.', ANY_ORIGIN)
      : handle(request, context);
  });
}

/** Behind that gate, a path of the PHP API; a refusal has the form of that API. */
export function phpRoute(limit: Limit, handle: (sandbox: RunningSandbox, request: Request) => Promise<Response>) {
  return whenOn(async (request: Request) => {
    const wait = await spend(limit, clientAddress(request));
    return wait > 0 ? exception(429, { 'Retry-After': String(wait) }) : handle(await theSandbox(), request);
  });
}
