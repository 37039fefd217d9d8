import { clientAddress } from '../../http/client-address';
import { consumePoint, type Limit } from '../../http/rate-limit';
import { getSandbox, type RunningSandbox } from '../boot/create-sandbox';
import { requireSandbox } from '../core/require-sandbox';
import { exception } from './php-api';

/** Wraps a path of the PHP API, rate-limited per address. Refusals have that API's format. */
export function phpRoute(
  handle: (sandbox: RunningSandbox, request: Request) => Promise<Response>,
  { limit }: { limit: Limit },
) {
  return requireSandbox(async (request: Request) => {
    const wait = await consumePoint(limit, clientAddress(request));
    return wait > 0 ? exception(429, { 'Retry-After': String(wait) }) : handle(await getSandbox(), request);
  });
}
