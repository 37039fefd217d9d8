import { config } from '../config';
import { handleSoap } from './soap/endpoint';

/** What stands before every route of the sandbox: 404, as if there were none, when this server runs without it. */
export function whenOn<Args extends unknown[]>(
  handle: (...args: Args) => Promise<Response>,
): (...args: Args) => Promise<Response> {
  return async (...args) => (config().sandbox.enabled ? handle(...args) : new Response('Not found\n', { status: 404 }));
}

/** The SOAP service behind that gate, for both of its published paths. */
export const serveSoap = whenOn(handleSoap);
