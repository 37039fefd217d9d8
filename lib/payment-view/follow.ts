import type { PaymentStatus } from './seqrShop.mjs';
import { isEnd, parseStatus, phaseOf } from './status';

export interface FollowOptions {
  url: string;
  /** Milliseconds between two questions while the page is seen and no stream delivers. */
  pollFreq: number;
  onStatus: (status: PaymentStatus, serverTime: number) => void;
  onOffline: (isOffline: boolean) => void;
  /** 404: nobody knows this invoice; nothing is asked any more. */
  onGone: () => void;
}

const requestTimeout = 10_000;
const longestPause = 30_000;

/**
 * Asks how the payment stands until it ends, and returns what stops it. Answers are polled for; where the address also
 * offers a stream (`…/events`) the stream tells, and polling slows to a safety net. Never two requests at once; the
 * stream is closed while the page is hidden, since a browser has only six HTTP/1.1 connections for a host.
 */
export function followStatus({ url, pollFreq, onStatus, onOffline, onGone }: FollowOptions): () => void {
  let stream: EventSource | undefined;
  let isStreaming = false;
  let isStreamOffered = !!globalThis.EventSource;
  let request: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;

  const closeStream = () => {
    stream?.close();
    stream = undefined;
    isStreaming = false;
  };

  const stop = () => {
    isStopped = true;
    listen('removeEventListener');
    clearTimeout(timer);
    request?.abort();
    closeStream();
  };

  const take = (status: PaymentStatus, serverTime: number) => {
    failures = 0;
    onOffline(false);
    if (isEnd(phaseOf(status))) stop();
    onStatus(status, serverTime);
  };

  const openStream = () => {
    if (stream || !isStreamOffered || document.hidden || isStopped) return;
    const address = new URL(url);
    address.pathname += '/events';
    const opened = new EventSource(address.href);
    let hasDelivered = false;
    stream = opened;
    opened.onmessage = ({ data }) => {
      const status = parseStatus(data);
      if (!status || stream !== opened) return;
      hasDelivered = isStreaming = true;
      take(status, Number.NaN);
      if (!isStopped) plan();
    };
    opened.onerror = () => {
      if (stream !== opened) return;
      isStreaming = false;
      if (opened.readyState === EventSource.CLOSED) {
        closeStream();
        isStreamOffered &&= hasDelivered;
      }
      plan();
    };
  };

  const plan = () => {
    clearTimeout(timer);
    let pause = document.hidden ? Math.max(5 * pollFreq, 5000) : pollFreq;
    if (isStreaming) pause = longestPause;
    if (failures) pause = Math.min(longestPause, pollFreq * 2 ** failures) * (0.5 + Math.random() / 2);
    timer = setTimeout(ask, pause);
  };

  const ask = async () => {
    clearTimeout(timer);
    request?.abort();
    const mine = new AbortController();
    request = mine;
    const timeout = setTimeout(() => mine.abort(), requestTimeout);
    try {
      const response = await fetch(url, {
        signal: mine.signal,
        cache: 'no-store',
        headers: { Accept: 'application/json' },
      });
      if (response.status === 404 && request === mine) {
        stop();
        return onGone();
      }
      const status = response.ok && parseStatus(await response.text());
      if (isStopped || request !== mine) return;
      if (!status) throw new Error();
      take(status, Date.parse(response.headers.get('date') ?? ''));
      openStream();
    } catch {
      if (isStopped || request !== mine) return; // given up for a newer question
      failures++;
      onOffline(failures > 1 || !navigator.onLine);
    } finally {
      clearTimeout(timeout);
      if (!isStopped && request === mine) {
        request = undefined;
        plan();
      }
    }
  };

  const wake = (event: Event) => {
    // A page that has only finished loading has asked already; one from the back/forward cache has not.
    if ((event as PageTransitionEvent).persisted === false) return;
    if (document.hidden) {
      closeStream();
      plan();
    } else if (navigator.onLine) void ask();
    else onOffline(true);
  };

  const listen = (method: 'addEventListener' | 'removeEventListener') => {
    document[method]('visibilitychange', wake);
    for (const type of ['pageshow', 'online', 'offline']) window[method](type, wake);
  };

  listen('addEventListener');
  void ask();
  return stop;
}
