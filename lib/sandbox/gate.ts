import { clientAddress } from '../client-address';
import { config } from '../config';
import { spend, tooManyRequests } from '../rate-limit';
import { ANY_ORIGIN } from './public-status';
import { handleSoap } from './soap/endpoint';
import { tooManyCalls } from './soap/too-many-calls';

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

/** Behind that gate, a question that any page may ask; asked too often it is refused so that the page can read it. */
export function whenAsked<Context>(handle: (request: Request, context: Context) => Promise<Response>) {
  return whenOn(async (request: Request, context: Context) => {
    const wait = await spend('status', clientAddress(request));
    return wait > 0
      ? tooManyRequests(wait, 'The status was asked for very often. Ask again later.', ANY_ORIGIN)
      : handle(request, context);
  });
}
