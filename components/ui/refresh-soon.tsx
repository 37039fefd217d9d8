'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

interface Props {
  /** The page's path without its query, so that the note about the last action is not shown again. */
  path?: string;
}

/**
 * Refreshes the page every two seconds while it is visible, without a reload that would move the focus. Without JavaScript,
 * the page reloads.
 */
export function RefreshSoon({ path }: Props) {
  const router = useRouter();
  const [isRefreshing, startRefresh] = useTransition();
  useEffect(() => {
    // Another refresh would postpone the result of a slow one.
    if (isRefreshing) return;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      startRefresh(() => {
        if (path && window.location.search) router.replace(path, { scroll: false });
        else router.refresh();
      });
    }, 2_000);
    return () => clearInterval(timer);
  }, [router, path, isRefreshing]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={path ? `3;url=${path}` : '3'} />
    </noscript>
  );
}
