'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';

const ASK_MS = 1_000;

/** Shows the page anew whenever the sandbox's word of change is another; a reader may hold it still. */
export function LivePage({ word }: { word: string }) {
  const router = useRouter();
  const [live, setLive] = useState(true);

  useEffect(() => {
    if (!live) return;
    const timer = setInterval(async () => {
      if (document.visibilityState !== 'visible') return;
      const answer = await fetch('/sandbox/change', { cache: 'no-store' }).catch(() => null);
      if (answer?.ok && (await answer.text()) !== word) router.refresh();
    }, ASK_MS);
    return () => clearInterval(timer);
  }, [live, word, router]);

  return (
    <label className="hidden min-h-10 cursor-pointer items-center gap-2 text-sm scripted:flex">
      <input type="checkbox" checked={live} onChange={() => setLive(!live)} className="size-4 accent-act" />
      Live
    </label>
  );
}
