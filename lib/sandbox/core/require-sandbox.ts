import { config } from '../../config';

/** Wraps a route of the sandbox: answers 404 if this server runs without the sandbox. */
export function requireSandbox<Args extends unknown[]>(
  handle: (...args: Args) => Promise<Response>,
): (...args: Args) => Promise<Response> {
  return async (...args) => (config().sandbox.enabled ? handle(...args) : new Response('Not found\n', { status: 404 }));
}
