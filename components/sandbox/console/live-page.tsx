'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

const ASK_MS = 1_000;

/** Refreshes the page when the sandbox's revision changes, unless the reader has paused it. */
export function LivePage({ revision }: { revision: string }) {
  const router = useRouter();
  const [live, setLive] = useState(true);

  useEffect(() => {
    if (!live) return;
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch('/sandbox/change', { cache: 'no-store' }).catch(() => null);
      if (answer?.ok && (await answer.text()) !== revision) router.refresh();
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [live, revision, router]);

  return (
    <label className="hidden min-h-10 cursor-pointer items-center gap-2 text-sm scripted:flex">
      <input type="checkbox" checked={live} onChange={() => setLive(!live)} className="size-4 accent-act" />
      Live
    </label>
  );
}
