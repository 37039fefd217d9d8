import { SoapFault, writeFault } from './fault';

/**
 * A call beyond the limit of its address. No source of SEQR's names such a limit, and 93 SYSTEM_BUSY would need the
 * request to be read, which the limit is there to spare: so it is refused by HTTP, with a fault for clients that read
 * nothing else.
 */
export function tooManyCalls(seconds: number): Response {
  const fault = new SoapFault(`Too many calls from this address. Call again in ${seconds} s.`, 'Server');
  return new Response(writeFault(fault), {
    status: 429,
    headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Retry-After': String(seconds), 'Cache-Control': 'no-store' },
  });
}
