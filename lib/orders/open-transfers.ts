import { now } from '../clock';
import { config } from '../config';
import type { Tx } from '../db/client';

export type OpenTransferLimit = { readonly per: 'address' | 'mailbox'; readonly limit: number };

const DAY_MS = 86_400_000;

/**
 * The limit on unpaid bank-transfer orders that this client address or mailbox has reached, or null. Such an order is
 * free to place, reserves stock for days and triggers mails, so the number is limited. An order that its buyer cancelled
 * still counts for the mailbox until it is a day old, because it triggered mails too.
 */
export async function reachedOpenTransfers(
  tx: Tx,
  { clientAddress, email }: { readonly clientAddress: string | null; readonly email: string },
): Promise<OpenTransferLimit | null> {
  const { openTransfersPerAddress, openTransfersPerMailbox } = config().orderLimits;
  const ofMailbox = await tx.order.count({
    where: {
      openTransferMailbox: toMailbox(email),
      OR: [{ state: 'PENDING' }, { createdAt: { gt: new Date(now().getTime() - DAY_MS) } }],
    },
  });
  if (ofMailbox >= openTransfersPerMailbox) return { per: 'mailbox', limit: openTransfersPerMailbox };
  if (clientAddress === null) return null;
  const ofAddress = await tx.order.count({ where: { openTransferAddress: clientAddress } });
  return ofAddress >= openTransfersPerAddress ? { per: 'address', limit: openTransfersPerAddress } : null;
}

/** `Anna+shop@Example.com` and `anna@example.com` are one mailbox (subaddressing, RFC 5233). */
export function toMailbox(email: string): string {
  const at = email.lastIndexOf('@');
  const [name = ''] = email.slice(0, at).split('+');
  return `${name}${email.slice(at)}`.toLowerCase();
}
