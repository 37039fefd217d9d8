'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { now } from '@/lib/clock';

const TICK_MS = 1_000;
/** Browsers do not reconnect after an HTTP error, for example from a proxy while its server restarts. */
const REOPEN_MS = 5_000;

/** Refreshes the page when the run changes and counts the seconds in between. Disconnects while the page is hidden. */
export function LiveRun({ startedAt, suffix }: { startedAt: string | null; suffix: string }) {
  const router = useRouter();
  const [seconds, setSeconds] = useState<number | null>(null);

  useEffect(() => {
    let stream: EventSource | undefined;
    let reopening: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      clearTimeout(reopening);
      stream?.close();
    };
    const follow = () => {
      stop();
      if (document.visibilityState !== 'visible') return;
      stream = new EventSource('/admin/certification/events');
      stream.onmessage = ({ data }) => {
        router.refresh();
        if (data === '"none"') stop();
      };
      stream.onerror = () => {
        if (stream?.readyState === EventSource.CLOSED) reopening = setTimeout(follow, REOPEN_MS);
      };
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stop();
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
      {`${seconds} ${suffix}`}
    </span>
  );
}
