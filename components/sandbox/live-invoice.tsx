'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { Carried } from './view';

const POLL_MS = 2_000;
const NOTHING: Carried = {};

/**
 * Marks the invoice as scanned once a person really sees it (a prefetch or a link preview runs no script and is never
 * visible), and shows the page anew when the merchant changes or cancels it or its time runs out.
 */
export function LiveInvoice({
  reference,
  shown,
  mark,
  carried = NOTHING,
}: {
  reference: string;
  shown: string;
  mark: boolean;
  carried?: Carried;
}) {
  const router = useRouter();

  useEffect(() => {
    if (!mark) return;
    let marked = false;
    function markScanned() {
      if (marked || document.visibilityState !== 'visible') return;
      marked = true;
      fetch(`/sandbox/app/R${reference}/scan`, { method: 'POST', body: new URLSearchParams(carried) }).catch(() => {
        marked = false;
      });
    }
    markScanned();
    document.addEventListener('visibilitychange', markScanned);
    return () => document.removeEventListener('visibilitychange', markScanned);
  }, [reference, mark, carried]);

  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch(`/sandbox/app/R${reference}/state`, { cache: 'no-store' }).catch(() => null);
      if (answer?.ok && (await answer.text()) !== shown) router.refresh();
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [reference, shown, router]);

  return null;
}
