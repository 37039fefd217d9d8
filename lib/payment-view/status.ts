import type { PaymentStatus } from './seqrShop.mjs';

/** The view's state; `gone`: the status address does not know the invoice (404). */
export type Phase = 'waiting' | 'scanned' | 'reserved' | 'paid' | 'canceled' | 'failed' | 'expired' | 'gone';

/** The status in an answer. Null if the JSON contains none (Magento's `null`), undefined if it is not JSON. */
export function parseStatus(text: string): PaymentStatus | null | undefined {
  try {
    const answer = JSON.parse(text);
    return typeof answer?.status === 'string' && /^[\w-]{1,40}$/.test(answer.status) ? answer : null;
  } catch {
    return undefined;
  }
}

/** An unknown status leaves the payment open: the view never guesses that it is paid or failed. */
export function phaseOf({ status, scanned }: PaymentStatus): Phase {
  // Each of these words in lower case is a Phase.
  if (/^(PAID|CANCELED|FAILED|EXPIRED|RESERVED)$/.test(status)) return status.toLowerCase() as Phase;
  return scanned === true || status === 'PENDING_ISSUER_ACKNOWLEDGE' ? 'scanned' : 'waiting';
}

export function isEnd(phase: Phase): boolean {
  return !/waiting|scanned|reserved/.test(phase);
}
