'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Fetches the page's content again when Back or Forward shows it from the browser's or the router's memory, because an
 * order may have been paid, a cart ordered or a price changed since.
 */
export function RefreshOnReturn() {
  const router = useRouter();

  useEffect(() => {
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) router.refresh();
    };
    // After Next's own listener, which first restores the page that is then refreshed.
    const onPopState = () => setTimeout(() => router.refresh());
    window.addEventListener('pageshow', onPageShow);
    window.addEventListener('popstate', onPopState);
    return () => {
      window.removeEventListener('pageshow', onPageShow);
      window.removeEventListener('popstate', onPopState);
    };
  }, [router]);

  return null;
}
