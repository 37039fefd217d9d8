import type { PaymentStatus } from './seqrShop.mjs';

/** What the view shows; `gone` is an invoice that the status address does not know (404). */
export type Phase = 'waiting' | 'scanned' | 'reserved' | 'paid' | 'canceled' | 'failed' | 'expired' | 'gone';

/** The status in an answer's text; null where JSON holds none (Magento's `null`), undefined where it is not JSON. */
export function parseStatus(text: string): PaymentStatus | null | undefined {
  try {
    const answer = JSON.parse(text);
    return typeof answer?.status === 'string' && /^[\w-]{1,40}$/.test(answer.status) ? answer : null;
  } catch {
    return undefined;
  }
}

/** An unknown word leaves the payment open: the view never declares it paid or lost on a guess. */
export function phaseOf({ status, scanned }: PaymentStatus): Phase {
  if (/^(PAID|CANCELED|FAILED|EXPIRED|RESERVED)$/.test(status)) return status.toLowerCase() as Phase;
  return scanned === true || status === 'PENDING_ISSUER_ACKNOWLEDGE' ? 'scanned' : 'waiting';
}

export function isEnd(phase: Phase): boolean {
  return !/waiting|scanned|reserved/.test(phase);
}
