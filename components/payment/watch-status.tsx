'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { isOutdated, type ShownStatus } from './is-outdated';

/** A payment view tells at once; this is for what no view follows, and for a view that failed. */
const CHECK_MS = 10_000;

/** Refreshes the page when what it shows is out of date; a page whose payment is paid then leads to the receipt. */
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
