import { clientAddress } from '../../http/client-address';
import { consumePoint } from '../../http/rate-limit';
import { serveFirst } from '../../http/serve-first';
import { getSandbox } from '../boot/create-sandbox';
import { requireSandbox } from '../core/require-sandbox';
import { publishedPaths } from '../operations/published-paths';
import { SoapFault, writeFault } from '../wire/soap-fault';
import { handleSoap } from './handle-soap';

/** SEQR's SOAP service on each published path. Calls are rate-limited per address; reading the contract is not. */
export const serveSoap = requireSandbox(async (request: Request) => {
  const wait = request.method === 'POST' ? await consumePoint('soap', clientAddress(request)) : 0;
  return wait > 0 ? tooManyCalls(wait) : handleSoap(request, await getSandbox());
});

/** Answers calls without Next: merchants' programs poll, and Next took more than half of a call's time. */
export function serveSoapFirst(): void {
  serveFirst([...publishedPaths.keys()], serveSoap);
}

/**
 * Refuses a call beyond its address's rate limit. No SEQR source documents such a limit, and answering 93 SYSTEM_BUSY
 * would require reading the request, which the limit avoids. So the answer is HTTP 429, with a fault for clients that
 * read only the body.
 */
function tooManyCalls(seconds: number): Response {
  const fault = new SoapFault(`Too many calls from this address. Call again in ${seconds} s.`, 'Server');
  return new Response(writeFault(fault), {
    status: 429,
    headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Retry-After': String(seconds), 'Cache-Control': 'no-store' },
  });
}
