'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { now } from '@/lib/clock';

const TICK_MS = 1_000;

/** Shows the page anew at each change of the run, and counts the seconds in between. Closed while nobody looks. */
export function LiveRun({ startedAt, suffix }: { startedAt: string | null; suffix: string }) {
  const router = useRouter();
  const [seconds, setSeconds] = useState<number | null>(null);

  useEffect(() => {
    let stream: EventSource | undefined;
    const follow = () => {
      stream?.close();
      if (document.visibilityState !== 'visible') return;
      stream = new EventSource('/admin/certification/events');
      stream.onmessage = ({ data }) => {
        router.refresh();
        if (data === '"none"') stream?.close();
      };
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stream?.close();
    };
  }, [router]);

  useEffect(() => {
    if (startedAt === null) return;
    const begun = Date.parse(startedAt);
    const tick = () => setSeconds(Math.max(0, Math.floor((now().getTime() - begun) / 1000)));
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [startedAt]);

  return seconds === null ? null : (
    <span className="text-muted tabular-nums" aria-hidden="true">
      {seconds} {suffix}
    </span>
  );
}
