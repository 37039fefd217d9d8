import { safeUrl } from './safe-url';
import type { PaymentStatus } from './seqrShop.mjs';
import { isEnd, parseStatus, phaseOf } from './status';

export interface FollowOptions {
  url: string;
  /** Milliseconds between queries without a stream. */
  pollFreq: number;
  onStatus: (status: PaymentStatus, serverTime: number) => void;
  onOffline: (isOffline: boolean) => void;
  /** Called on 404: the server does not know this invoice, so polling stops. */
  onGone: () => void;
}

const requestTimeout = 4000;
/**
 * Keeps queries at most 5 s apart, timer delays included: SEQR reverses a payment that is not queried within 20 s.
 */
const longestPause = 4800;
const restingPause = 30_000;
const streamSilence = 10_000;

/**
 * Queries the payment's status until it is final; returns a function that stops this. A stream named in the answer
 * (`events`) reports changes immediately, and polling slows down while it delivers. At most one query runs at a
 * time. The stream is closed while the page is hidden, because browsers allow only six HTTP/1.1 connections per
 * host.
 */
export function followStatus({ url, pollFreq, onStatus, onOffline, onGone }: FollowOptions): () => void {
  let stream: EventSource | undefined;
  let isStreamOffered = !!globalThis.EventSource;
  let request: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isStopped = false;
  let askedAt = 0;
  let deliveredAt = -streamSilence;

  const closeStream = () => {
    stream?.close();
    stream = undefined;
    deliveredAt = -streamSilence;
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
    const noteDelivery = () => {
      if (stream !== opened) return;
      hasDelivered = true;
      deliveredAt = performance.now();
      plan();
    };
    opened.addEventListener('heartbeat', noteDelivery);
    opened.onmessage = ({ data }) => {
      const status = parseStatus(data);
      if (!status || stream !== opened) return;
      failures = 0;
      onOffline(false);
      noteDelivery();
      take(status, Number.NaN);
    };
    opened.onerror = () => {
      if (stream !== opened) return;
      deliveredAt = -streamSilence;
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
      now < deliveredAt + streamSilence
        ? Math.min(askedAt + restingPause, deliveredAt + streamSilence)
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
      if (isStopped || request !== mine) return; // a newer query replaced this one
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
    // After a normal load, the query has already been sent; in a page from the back/forward cache, it has not. Only
    // pageshow has `persisted`; a check by class would cost bytes in every shop's page.
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
