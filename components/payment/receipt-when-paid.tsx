'use client';

import { createContext, type ReactNode, use, useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { Language } from '@/lib/i18n/languages';

interface Paid {
  readonly ersReference: string;
  /** In ISO format. */
  readonly paidAt: string;
}

const PaidContext = createContext<Paid | null>(null);
const ShowReceipt = createContext<(status: object) => void>(() => {});

interface Props {
  /** Contains `PaidAt`, `PaidTime` and `PaidReference`. */
  receipt: ReactNode;
  children: ReactNode;
}

/**
 * Shows `children` until a payment view inside reports the payment, then the receipt with the data of that report. So the
 * buyer sees it before the receipt page has been requested. That page then replaces it.
 */
export function ReceiptWhenPaid({ receipt, children }: Props) {
  const [paid, setPaid] = useState<Paid | null>(null);
  useLayoutEffect(() => {
    if (paid) scrollTo({ top: 0, behavior: 'instant' });
  }, [paid]);
  if (paid) return <PaidContext value={paid}>{receipt}</PaidContext>;
  return <ShowReceipt value={(status) => flushSync(() => setPaid(parsePaid(status)))}>{children}</ShowReceipt>;
}

/** Shows the receipt at once if `status`, the payment view's status, contains what it needs. */
export function useShowReceipt(): (status: object) => void {
  return use(ShowReceipt);
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
    <time dateTime={use(PaidContext)?.paidAt} className="block text-sm text-muted tabular-nums">
      <PaidAt language={language} />
    </time>
  );
}

/** Null if the order has no receipt, although the payment is paid: the status then has no `paidAt`. */
function parsePaid(status: { ersReference?: unknown; paidAt?: unknown }): Paid | null {
  const { ersReference, paidAt } = status;
  return typeof ersReference === 'string' && typeof paidAt === 'string' ? { ersReference, paidAt } : null;
}
