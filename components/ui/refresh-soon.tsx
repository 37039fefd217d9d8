'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

interface Props {
  /** The page's address without a query that names the last action. The first refresh goes there. */
  path?: string;
}

/**
 * Refreshes the page every two seconds while it is visible, without a reload that would move the focus. Without JavaScript,
 * the page reloads.
 */
export function RefreshSoon({ path }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      if (path && window.location.search) router.replace(path, { scroll: false });
      else router.refresh();
    }, 2_000);
    return () => clearInterval(timer);
  }, [router, path]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={path ? `3;url=${path}` : '3'} />
    </noscript>
  );
}
