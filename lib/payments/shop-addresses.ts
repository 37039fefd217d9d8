import { config } from '../config';
import type { ShopAddresses } from './issue-invoice';

/**
 * Where SEQR and the payer's phone reach the shop: PUBLIC_URL if it is set. Else the buyer comes back to the address
 * that this request was made to, and a service on this machine calls the shop on this machine.
 */
export function shopAddresses(request: Request): ShopAddresses {
  const { publicUrl, localUrl, seqr } = config();
  const requested = requestOrigin(request);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(seqr.endpoint).hostname);
  return { forSeqr: publicUrl ?? (local ? localUrl : requested), forBuyer: publicUrl ?? requested };
}

function requestOrigin(request: Request): string {
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  const protocol = request.headers.get('x-forwarded-proto')?.split(',', 1)[0] ?? 'http';
  const address = `${protocol}://${host ?? ''}`;
  return URL.canParse(address) ? new URL(address).origin : new URL(request.url).origin;
}
