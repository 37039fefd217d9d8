'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef } from 'react';
import type { SessionQuery } from './session-query';

const POLL_MS = 2_000;
const NOTHING: SessionQuery = {};

/**
 * With `mark`, marks the invoice as scanned once a person sees it: prefetches and link previews run no scripts and are
 * never visible. Refreshes the page when the merchant changes or cancels the invoice, or it expires.
 */
export function LiveInvoice({
  reference,
  shown,
  mark,
  sessionQuery = NOTHING,
}: {
  reference: string;
  shown: string;
  mark: boolean;
  sessionQuery?: SessionQuery;
}) {
  const router = useRouter();
  const marked = useRef(false);

  const follow = useCallback(
    async (state: Promise<Response>) => {
      const answer = await state;
      if (answer.ok && (await answer.text()) !== shown) router.refresh();
    },
    [shown, router],
  );

  useEffect(() => {
    if (!mark) return;
    function markScanned() {
      if (marked.current || document.visibilityState !== 'visible') return;
      marked.current = true;
      const body = new URLSearchParams(sessionQuery);
      follow(fetch(`/sandbox/app/R${reference}/scan`, { method: 'POST', body })).catch(() => {
        marked.current = false;
      });
    }
    markScanned();
    document.addEventListener('visibilitychange', markScanned);
    return () => document.removeEventListener('visibilitychange', markScanned);
  }, [reference, mark, sessionQuery, follow]);

  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      follow(fetch(`/sandbox/app/R${reference}/state`, { cache: 'no-store' })).catch(() => {
        // Offline for a moment: the next poll will update the page.
      });
    }, POLL_MS);
    return () => clearInterval(timer);
  }, [reference, follow]);

  return null;
}
