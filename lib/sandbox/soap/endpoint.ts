import { clientAddress } from '../../http/client-address';
import { consumePoint } from '../../http/rate-limit';
import { postTo, serveFirst } from '../../http/serve-first';
import { log } from '../../log';
import { getSandbox } from '../boot/create-sandbox';
import { requireSandbox } from '../core/require-sandbox';
import { publishedPaths } from '../operations/published-paths';
import { TooManyCalls } from '../wire/soap-fault';
import { faultResponse, handleSoap } from './handle-soap';

/** SEQR's SOAP service on each published path. Calls are rate-limited per address; reading the contract is not. */
export const serveSoap = requireSandbox(async (request: Request) => {
  const wait = request.method === 'POST' ? await consumePoint('soap', clientAddress(request)) : 0;
  // Not 93 SYSTEM_BUSY, which would require reading the request.
  return wait > 0 ? faultResponse(new TooManyCalls(wait)) : handleSoap(request, await getSandbox());
});

/** Answers calls without Next: merchants' programs poll, and Next took more than half of a call's time. */
export function serveSoapFirst(): void {
  serveFirst(postTo([...publishedPaths.keys()], serveSoap), (response, error) => {
    // A fault of the sandbox closes the connection on purpose.
    log.debug({ err: error }, 'sandbox: a connection was closed without an answer');
    response.destroy();
  });
}
