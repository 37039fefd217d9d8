'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isOutdated, type ShownStatus } from './is-outdated';

/** Slow, because a payment view reports changes immediately. This check serves pages without a view, or whose view fails. */
const CHECK_MS = 10_000;

/** Refreshes the page when it is out of date. After a payment, the refreshed page is the receipt or redirects to it. */
export function WatchStatus({ statusUrl, status, amount, seqrDown, held }: ShownStatus & { statusUrl: string }) {
  const router = useRouter();

  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch(statusUrl)
        .then((response) => response.json())
        .catch(() => null); // offline; the view says so
      if (isOutdated({ status, amount, seqrDown, held }, answer)) router.refresh();
    }, CHECK_MS);
    return () => clearInterval(timer);
  }, [router, statusUrl, status, amount, seqrDown, held]);

  return null;
}
