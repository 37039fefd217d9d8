'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Looks again every two seconds while the page is seen, for something that has yet to come. */
export function RefreshSoon() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, 2_000);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content="3" />
    </noscript>
  );
}
