'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The view follows the status; the sum, which the merchant may lower, changes too seldom to be pushed. */
const AMOUNT_CHECK_MS = 10_000;

interface Props {
  statusUrl: string;
  /** What the page says is to pay, as the status address words it. */
  amount: string;
}

/** Has the server draw the page anew when another sum is to be paid than the page says. */
export function WatchAmount({ statusUrl, amount }: Props) {
  const router = useRouter();

  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch(statusUrl)
        .then((response) => response.json())
        .catch(() => null); // offline; the view says so
      if (typeof answer?.amount === 'string' && answer.amount !== amount) router.refresh();
    }, AMOUNT_CHECK_MS);
    return () => clearInterval(timer);
  }, [router, statusUrl, amount]);

  return null;
}
