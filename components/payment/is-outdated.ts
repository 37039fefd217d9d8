import { isEnd, phaseOf } from '@/lib/payment-view/status';

/** What a page shows of a payment, in the formats of the status endpoint. Fields that the page does not show are absent. */
export interface ShownStatus {
  status: string;
  /** The invoice whose code the page shows. A new attempt has a new one. */
  invoiceReference?: string | undefined;
  /** The merchant can reduce it while the payment is open. */
  amount?: string | undefined;
  /** Whether the page says that SEQR does not answer. */
  seqrDown?: boolean | undefined;
  /** Whether the page says that the payment is held. */
  held?: boolean | undefined;
}

/**
 * Whether the page must be rendered again. Status changes of an open payment do not count, because the payment view shows
 * them itself.
 */
export function isOutdated(shown: ShownStatus, answer: unknown): boolean {
  if (!isStatus(answer)) return false;
  const [before, after] = [isEnd(phaseOf(shown)), isEnd(phaseOf(answer))];
  if (before !== after || (after && answer.status !== shown.status)) return true;
  const { invoiceReference = shown.invoiceReference } = answer;
  if (shown.invoiceReference !== undefined && invoiceReference !== shown.invoiceReference) return true;
  if (shown.amount !== undefined && answer.amount !== shown.amount) return true;
  return differs(shown.seqrDown, answer.seqrDown) || differs(shown.held, answer.held);
}

type Status = { status: string; invoiceReference?: unknown; amount?: unknown; seqrDown?: unknown; held?: unknown };

function isStatus(answer: unknown): answer is Status {
  return answer !== null && typeof answer === 'object' && 'status' in answer && typeof answer.status === 'string';
}

function differs(shown: boolean | undefined, answered: unknown): boolean {
  return shown !== undefined && (answered === true) !== shown;
}
