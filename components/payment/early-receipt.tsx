'use client';

import { createContext, type ReactNode, use, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Language } from '@/lib/i18n/languages';

/** The fields of a PAID status that the early receipt shows. */
interface Paid {
  readonly ersReference: string;
  /** In ISO format. */
  readonly paidAt: string;
}

/** The payment view's status, which comes from the network. */
export interface PaidStatus {
  ersReference?: unknown;
  paidAt?: unknown;
  amount?: unknown;
}

const PaidContext = createContext<Paid | null>(null);
const ShowContext = createContext<(status: PaidStatus) => boolean>(() => false);

interface Props {
  /** Contains `PaidAt`, `PaidTime` and `PaidReference`. Null if the page must not show an early receipt. */
  receipt: ReactNode;
  /** The order's total when `receipt` was rendered, such as `149.00`. */
  amount: string;
  /** What a screen reader says when the receipt appears. */
  announcement: string;
  children: ReactNode;
}

/**
 * Shows `children` until a payment view inside them reports PAID, then `receipt` with that report's data. So the buyer does
 * not wait for the receipt page, which replaces this page a moment later.
 */
export function EarlyReceipt({ receipt, amount, announcement, children }: Props) {
  const [paid, setPaid] = useState<Paid | null>(null);
  const show = (status: PaidStatus) => {
    const reported = receipt ? parsePaid(status, amount) : null;
    if (!reported) return false;
    // Synchronously, because the router's work that follows would delay the paint.
    flushSync(() => setPaid(reported));
    scrollTo({ top: 0, behavior: 'instant' });
    return true;
  };
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {paid && announcement}
      </p>
      {paid && receipt ? (
        <PaidContext value={paid}>{receipt}</PaidContext>
      ) : (
        <ShowContext value={show}>{children}</ShowContext>
      )}
    </>
  );
}

/** Returns a function that shows the early receipt and returns whether it did. Its argument is the payment view's status. */
export function useShowEarlyReceipt(): (status: PaidStatus) => boolean {
  return use(ShowContext);
}

export function PaidReference() {
  return use(PaidContext)?.ersReference;
}

export function PaidAt({ language }: { language: Language }) {
  const paid = use(PaidContext);
  return paid && formatDateTime(new Date(paid.paidAt), language);
}

export function PaidTime({ language }: { language: Language }) {
  return (
    <time dateTime={use(PaidContext)?.paidAt}>
      <PaidAt language={language} />
    </time>
  );
}

/**
 * Null if the receipt would be wrong or incomplete: without `paidAt`, this payment did not pay the order. With another amount,
 * the merchant has changed the order since the page was rendered, and `WatchStatus` has not noticed yet.
 */
function parsePaid(status: PaidStatus, rendered: string): Paid | null {
  const { ersReference, paidAt, amount } = status;
  if (typeof ersReference !== 'string' || typeof paidAt !== 'string' || amount !== rendered) return null;
  return { ersReference, paidAt };
}
