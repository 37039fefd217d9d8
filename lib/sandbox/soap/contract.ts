import { placeholderAddress, readWsdl } from '../../seqr/contract/wsdl';
import { escapeXml } from './write-xml';

let contract: string | undefined;

/** The contract with the address under which it was asked for, so that a client needs no other setting. */
export function serveContract(request: Request): Response {
  contract ??= readWsdl();
  return new Response(
    contract.replace(placeholderAddress, () => escapeXml(addressOf(request))),
    {
      headers: { 'Content-Type': 'text/xml; charset=utf-8', 'Cache-Control': 'no-cache' },
    },
  );
}

/** `?wsdl` in any case, as SOAP stacks differ. */
export function asksForContract(request: Request): boolean {
  return [...new URL(request.url).searchParams.keys()].some((key) => key.toLowerCase() === 'wsdl');
}

function addressOf(request: Request): string {
  const url = new URL(request.url);
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim().toLowerCase();
  const scheme = forwarded === 'http' || forwarded === 'https' ? forwarded : url.protocol.replace(':', '');
  return `${scheme}://${request.headers.get('host') ?? url.host}${url.pathname}`;
}
