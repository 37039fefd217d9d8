'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** The view follows the payment; what is watched here changes too seldom to be pushed. */
const CHECK_MS = 10_000;

interface Props {
  statusUrl: string;
  /** What the page says is to pay, as the status address words it: the merchant may lower it. */
  amount: string;
  /** Whether the page says that SEQR does not answer. */
  seqrDown: boolean;
  /** Whether the page says that the payment is held. */
  held: boolean;
}

/** Has the server draw the page anew when it says what is not so any more. */
export function WatchStatus({ statusUrl, amount, seqrDown, held }: Props) {
  const router = useRouter();

  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch(statusUrl)
        .then((response) => response.json())
        .catch(() => null); // offline; the view says so
      if (typeof answer?.amount !== 'string') return;
      const isSame = (answer.seqrDown === true) === seqrDown && (answer.held === true) === held;
      if (answer.amount !== amount || !isSame) router.refresh();
    }, CHECK_MS);
    return () => clearInterval(timer);
  }, [router, statusUrl, amount, seqrDown, held]);

  return null;
}
