'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isOutdated, type ShownStatus } from './is-outdated';

/** Slow, because a payment view reports changes immediately. This check serves pages without a view, or whose view fails. */
const CHECK_MS = 10_000;

/** Refreshes the page when it is out of date. After a payment, the refreshed page is the receipt or redirects to it. */
export function WatchStatus({
  statusUrl,
  status,
  invoiceReference,
  amount,
  seqrDown,
  held,
}: ShownStatus & { statusUrl: string }) {
  const router = useRouter();

  useEffect(() => {
    async function check() {
      if (document.hidden) return;
      const answer = await fetch(statusUrl)
        .then((response) => response.json())
        .catch(() => null); // offline; the view says so
      if (isOutdated({ status, invoiceReference, amount, seqrDown, held }, answer)) router.refresh();
    }
    const timer = setInterval(check, CHECK_MS);
    // A phone that was locked shows the page as it was.
    document.addEventListener('visibilitychange', check);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', check);
    };
  }, [router, statusUrl, status, invoiceReference, amount, seqrDown, held]);

  return null;
}
