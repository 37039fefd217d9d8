import { safeUrl } from './safe-url';
import type { PaymentStatus } from './seqrShop.mjs';
import { isEnd, parseStatus, phaseOf } from './status';

export interface FollowOptions {
  url: string;
  /** Milliseconds between two queries while no stream delivers. */
  pollFreq: number;
  onStatus: (status: PaymentStatus, serverTime: number) => void;
  onOffline: (isOffline: boolean) => void;
  /** 404: the server does not know this invoice, so polling stops. */
  onGone: () => void;
}

const requestTimeout = 4000;
/** 5 s from one query to the next, less what a timer may be late: without queries SEQR reverses a payment after 20 s. */
const longestPause = 4800;
const restingPause = 30_000;
const streamSilence = 10_000;

/**
 * Queries the payment's status until it is final, and returns a function that stops this. A stream named by the answer
 * (`events`) reports changes at once; polling rests only while it delivers. There is never more than one request, and
 * the stream is closed while the page is hidden, because a browser has only six HTTP/1.1 connections per host.
 */
export function followStatus({ url, pollFreq, onStatus, onOffline, onGone }: FollowOptions): () => void {
  let stream: EventSource | undefined;
  let isStreamOffered = !!globalThis.EventSource;
  let request: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;
  let askedAt = 0;
  let heardAt = -streamSilence;

  const closeStream = () => {
    stream?.close();
    stream = undefined;
    heardAt = -streamSilence;
  };

  const stop = () => {
    isStopped = true;
    listen('removeEventListener');
    clearTimeout(timer);
    request?.abort();
    closeStream();
  };

  const take = (status: PaymentStatus, serverTime: number) => {
    if (isEnd(phaseOf(status))) stop();
    onStatus(status, serverTime);
  };

  const openStream = ({ events }: PaymentStatus) => {
    const address = safeUrl(events, url);
    if (!address || stream || !isStreamOffered || document.hidden || isStopped) return;
    const opened = new EventSource(address);
    let hasDelivered = false;
    stream = opened;
    const hear = () => {
      if (stream !== opened) return;
      hasDelivered = true;
      heardAt = performance.now();
      plan();
    };
    opened.addEventListener('heartbeat', hear);
    opened.onmessage = ({ data }) => {
      const status = parseStatus(data);
      if (!status || stream !== opened) return;
      failures = 0;
      onOffline(false);
      hear();
      take(status, Number.NaN);
    };
    opened.onerror = () => {
      if (stream !== opened) return;
      heardAt = -streamSilence;
      if (opened.readyState === EventSource.CLOSED) {
        closeStream();
        isStreamOffered &&= hasDelivered;
      }
      plan();
    };
  };

  const plan = () => {
    clearTimeout(timer);
    const now = performance.now();
    const pause = Math.min(longestPause, pollFreq * 2 ** failures) * (failures ? 0.5 + Math.random() / 2 : 1);
    const due =
      now < heardAt + streamSilence
        ? Math.min(askedAt + restingPause, heardAt + streamSilence)
        : Math.min(now + (document.hidden ? longestPause : pause), askedAt + longestPause);
    timer = setTimeout(ask, due - now);
  };

  const ask = async () => {
    clearTimeout(timer);
    request?.abort();
    const mine = new AbortController();
    request = mine;
    askedAt = performance.now();
    const timeout = setTimeout(() => mine.abort(), requestTimeout);
    try {
      const response = await fetch(url, { signal: mine.signal, cache: 'no-store' });
      if (response.status === 404 && request === mine) {
        stop();
        return onGone();
      }
      const status = response.ok ? parseStatus(await response.text()) : undefined;
      if (isStopped || request !== mine) return;
      if (status === undefined) throw new Error();
      failures = 0;
      onOffline(false);
      if (status) {
        take(status, Date.parse(response.headers.get('date') ?? ''));
        openStream(status);
      }
    } catch {
      if (isStopped || request !== mine) return; // a newer query has replaced this one
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
    // After a normal load the query has been sent already; not so in a page from the back/forward cache.
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
