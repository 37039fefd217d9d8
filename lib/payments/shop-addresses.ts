import { config } from '../config';
import { isLoopback } from '../host-names';
import { serverAddress } from '../server-address';
import type { ShopAddresses } from './issue-invoice';

/**
 * Where SEQR and the payer's phone reach the shop: PUBLIC_URL if it is set. Otherwise the buyer comes back to the
 * address that this request was made to, and a service on this machine calls the shop on this machine.
 */
export function shopAddresses(request: Request): ShopAddresses {
  const { publicUrl, localUrl, seqr } = config();
  const requested = serverAddress(request);
  const isLocal = isLoopback(new URL(seqr.endpoint).hostname);
  return { forSeqr: publicUrl ?? (isLocal ? localUrl : requested), forBuyer: publicUrl ?? requested };
}
