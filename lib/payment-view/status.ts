/** A merchant's answer to “how does the payment stand”, as SEQR's getPaymentStatus gives it; ours may say more. */
export interface PaymentStatus {
  status: string;
  ersReference?: string;
  /** ISO time at which the invoice lapses. */
  expiresAt?: string;
  /** The payer has the invoice open. */
  scanned?: boolean;
  invoiceQRCode?: string;
}

/** What the view shows; `gone` is an invoice that the status address does not know (404). */
export type Phase = 'waiting' | 'scanned' | 'reserved' | 'paid' | 'canceled' | 'failed' | 'expired' | 'gone';

/** A status out of any JSON value; undefined where there is none in it (an error page, another answer). */
export function parseStatus(value: unknown): PaymentStatus | undefined {
  const status = (value as PaymentStatus | null)?.status;
  return typeof status === 'string' && /^\w{1,40}$/.test(status) ? (value as PaymentStatus) : undefined;
}

/** A word that SEQR may add one day leaves the payment open: money is never declared done or lost on a guess. */
export function phaseOf({ status, scanned }: PaymentStatus): Phase {
  switch (status) {
    case 'PAID':
    case 'CANCELED':
    case 'FAILED':
    case 'EXPIRED':
    case 'RESERVED':
      return status.toLowerCase() as Phase;
    case 'PENDING_ISSUER_ACKNOWLEDGE':
      return 'scanned';
    default:
      return scanned === true ? 'scanned' : 'waiting';
  }
}

export function isEnd(phase: Phase): boolean {
  return /paid|canceled|failed|expired|gone/.test(phase);
}
