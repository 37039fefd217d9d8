import type { PaymentStatus } from './seqrShop.mjs';

/** What the view shows; `gone` is an invoice that the status address does not know (404). */
export type Phase = 'waiting' | 'scanned' | 'reserved' | 'paid' | 'canceled' | 'failed' | 'expired' | 'gone';

/** A status out of the text of an answer; undefined where there is none in it (an error page, another answer). */
export function parseStatus(text: string): PaymentStatus | undefined {
  try {
    const answer = JSON.parse(text);
    return typeof answer.status === 'string' && /^\w{1,40}$/.test(answer.status) ? answer : undefined;
  } catch {
    return undefined; // HTML, or null
  }
}

/** A word that SEQR may add one day leaves the payment open: money is never declared done or lost on a guess. */
export function phaseOf({ status, scanned }: PaymentStatus): Phase {
  if (/^(PAID|CANCELED|FAILED|EXPIRED|RESERVED)$/.test(status)) return status.toLowerCase() as Phase;
  return scanned === true || status === 'PENDING_ISSUER_ACKNOWLEDGE' ? 'scanned' : 'waiting';
}

export function isEnd(phase: Phase): boolean {
  return !/waiting|scanned|reserved/.test(phase);
}
