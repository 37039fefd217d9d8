import { config } from '../config';
import { isLoopback } from '../host-names';
import { serverAddress } from '../server-address';
import type { ShopAddresses } from './issue-invoice';

/**
 * The shop's addresses for SEQR and the payer's phone: PUBLIC_URL if set. Otherwise the buyer returns to the address of
 * this request, and a local SEQR service calls the shop on localhost.
 */
export function shopAddresses(request: Request): ShopAddresses {
  const { publicUrl, localUrl, seqr } = config();
  const requested = serverAddress(request);
  const isLocal = isLoopback(new URL(seqr.endpoint).hostname);
  return { forSeqr: publicUrl ?? (isLocal ? localUrl : requested), forBuyer: publicUrl ?? requested };
}
