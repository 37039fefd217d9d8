'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/**
 * Refreshes the page's content when Back or Forward restores it from a cache, because an order, the cart or a price may
 * have changed.
 */
export function RefreshOnReturn() {
  const router = useRouter();

  useEffect(() => {
    const onPageShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) router.refresh();
    };
    // Runs after Next's own listener, which first restores the page.
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
