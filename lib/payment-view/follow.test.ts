import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followStatus } from './follow';

type Answer = (signal: AbortSignal) => Response | Promise<Response>;

class FakeStream {
  static CLOSED = 2;
  static all: FakeStream[] = [];
  readyState = 0;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  private readonly listeners = new Map<string, () => void>();
  constructor(readonly url: string) {
    FakeStream.all.push(this);
  }
  addEventListener(type: string, listener: () => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.readyState = FakeStream.CLOSED;
  }
  say(status: object) {
    this.onmessage?.({ data: JSON.stringify(status) });
  }
  beat() {
    this.listeners.get('heartbeat')?.();
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }
}

/** Behaves like a browser's stream whose address answers 404. */
class NoStream extends FakeStream {
  constructor(url: string) {
    super(url);
    queueMicrotask(() => this.fail(FakeStream.CLOSED));
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const browser = new EventTarget();
const network = { onLine: true };
const queriedAt: number[] = [];
let answer: Answer;
let inProgress = 0;
let stop = () => {};

const pageshow = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
const json = (status: object) => Response.json(status, { headers: { date: 'Mon, 23 Nov 2026 08:00:00 GMT' } });
const issued: Answer = () => json({ status: 'ISSUED' });
const streamed: Answer = () => json({ status: 'ISSUED', events: '/status/events?order=7' });
/** Milliseconds between consecutive queries. */
const gaps = () => queriedAt.slice(1).map((time, i) => time - (queriedAt[i] ?? 0));
const streams = () => FakeStream.all;
const lastStream = () => FakeStream.all.at(-1) as FakeStream;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', browser);
  vi.stubGlobal('navigator', network);
  vi.stubGlobal('EventSource', FakeStream);
  vi.stubGlobal('fetch', async (_url: string, { signal }: { signal: AbortSignal }) => {
    queriedAt.push(Date.now());
    inProgress++;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    try {
      return await Promise.race([answer(signal), aborted]);
    } finally {
      inProgress--;
    }
  });
  page.hidden = false;
  network.onLine = true;
  queriedAt.length = FakeStream.all.length = inProgress = 0;
  answer = issued;
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow(pollFreq = 1000) {
  const seen = { onStatus: vi.fn(), onOffline: vi.fn(), onGone: vi.fn() };
  stop = followStatus({ url: 'https://shop.example/status?order=7', pollFreq, ...seen });
  return seen;
}

describe('without a stream', () => {
  it('queries immediately and then every pollFreq until the payment ends', async () => {
    const { onStatus } = follow();
    await vi.advanceTimersByTimeAsync(2500);
    expect(queriedAt).toEqual([0, 1000, 2000]);
    answer = () => json({ status: 'PAID', ersReference: '1' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queriedAt).toEqual([0, 1000, 2000, 3000]);
    expect(onStatus).toHaveBeenLastCalledWith({ status: 'PAID', ersReference: '1' }, Date.UTC(2026, 10, 23, 8));
  });

  it('continues for a reserved, a pending and an unknown status', async () => {
    const words = ['RESERVED', 'PENDING_ISSUER_ACKNOWLEDGE', 'PARTIALLY_PAID'];
    answer = () => json({ status: words[queriedAt.length - 1] ?? 'CANCELED' });
    follow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queriedAt).toEqual([0, 1000, 2000, 3000]);
  });

  it('stops at 404', async () => {
    answer = () => new Response('', { status: 404 });
    const { onGone } = follow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queriedAt).toEqual([0]);
    expect(onGone).toHaveBeenCalledOnce();
  });

  it.each([
    ['null', () => Response.json(null)],
    ['an error', () => Response.json({ error: 'No such order' })],
    ['JSON without a status', () => json({ resultCode: 90 })],
  ] as [string, Answer][])('keeps its interval if the answer is %s', async (_, incomplete) => {
    answer = incomplete;
    const { onOffline, onStatus } = follow();
    await vi.advanceTimersByTimeAsync(9500);
    expect(gaps()).toEqual(Array(9).fill(1000));
    expect(onOffline).not.toHaveBeenCalledWith(true);
    expect(onStatus).not.toHaveBeenCalled();
  });

  it.each([
    ['500', () => new Response('', { status: 500 })],
    ['an error as 503', () => Response.json({ error: 'Unavailable' }, { status: 503 })],
    ['HTML', () => new Response('<h1>Hello</h1>')],
    ['no connection', () => Promise.reject(new TypeError('failed'))],
  ] as [string, Answer][])('backs off, up to 5 s, and reports being offline for %s', async (_, broken) => {
    answer = broken;
    const { onOffline, onStatus } = follow();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(gaps().slice(0, 3)).toEqual([2000, 4000, 4800]);
    expect(Math.max(...gaps())).toBe(4800);
    expect(onOffline.mock.calls.slice(0, 2)).toEqual([[false], [true]]);
    answer = issued;
    await vi.advanceTimersByTimeAsync(5000);
    expect(onOffline).toHaveBeenLastCalledWith(false);
    expect(onStatus).toHaveBeenCalled();
  });

  it.each([1000, 5000])('aborts a hanging request and never has two in progress (pollFreq %i)', async (pollFreq) => {
    answer = () => new Promise(() => {});
    follow(pollFreq);
    await vi.advanceTimersByTimeAsync(4001);
    expect(inProgress).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queriedAt.length).toBeGreaterThan(12);
    expect(Math.max(...gaps())).toBeLessThanOrEqual(5000);
    browser.dispatchEvent(pageshow(true));
    browser.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(inProgress).toBe(1);
  });

  it('queries at least every 5 s if each answer takes almost 4 s', async () => {
    answer = () => new Promise((resolve) => setTimeout(() => resolve(json({ status: 'ISSUED' })), 3900));
    follow(5000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(Math.max(...gaps())).toBeLessThanOrEqual(5000);
  });

  it('queries immediately if the page becomes visible or the network returns', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(100);
    for (const [target, event] of [
      [browser, pageshow(true)],
      [page, new Event('visibilitychange')],
      [browser, new Event('online')],
    ] as const) {
      queriedAt.length = 0;
      target.dispatchEvent(event);
      expect(queriedAt).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(0);
    }
  });

  it('does not query again when the page finishes loading', async () => {
    follow();
    browser.dispatchEvent(pageshow(false));
    await vi.advanceTimersByTimeAsync(100);
    expect(queriedAt).toEqual([0]);
  });

  it('queries every 5 s while the page is hidden', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(100);
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(queriedAt).toEqual([0, 4800, 9600]);
  });

  it('reports being offline when the browser does, without a query', async () => {
    const { onOffline } = follow();
    await vi.advanceTimersByTimeAsync(100);
    network.onLine = false;
    browser.dispatchEvent(new Event('offline'));
    expect(onOffline).toHaveBeenLastCalledWith(true);
    expect(queriedAt).toEqual([0]);
  });

  it('does nothing once stopped, even with a query in progress', async () => {
    let reply = (_: Response) => {};
    answer = () => new Promise((resolve) => (reply = resolve));
    const { onStatus, onOffline } = follow();
    stop();
    reply(json({ status: 'PAID' }));
    browser.dispatchEvent(pageshow(true));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queriedAt).toEqual([0]);
    expect(onStatus).not.toHaveBeenCalled();
    expect(onOffline).not.toHaveBeenCalled();
  });
});

describe('with a stream', () => {
  beforeEach(() => (answer = streamed));

  it('opens no stream if the answer has none', async () => {
    answer = issued;
    follow();
    await vi.advanceTimersByTimeAsync(3500);
    expect(streams()).toEqual([]);
    expect(queriedAt).toHaveLength(4);
  });

  it.each(['javascript:alert(1)', 'data:text/event-stream,x', '', 7, null, { a: 1 }])(
    'opens no unsafe stream address: %j',
    async (events) => {
      answer = () => json({ status: 'ISSUED', events });
      follow();
      await vi.advanceTimersByTimeAsync(500);
      expect(streams().every(({ url }) => url.startsWith('https://shop.example/'))).toBe(true);
    },
  );

  it('opens the answer’s stream and polls every 30 s while it delivers', async () => {
    const { onStatus } = follow();
    await vi.advanceTimersByTimeAsync(500);
    expect(streams().map(({ url }) => url)).toEqual(['https://shop.example/status/events?order=7']);
    lastStream().say({ status: 'ISSUED', scanned: true });
    expect(onStatus).toHaveBeenLastCalledWith({ status: 'ISSUED', scanned: true }, Number.NaN);
    for (let i = 0; i < 7; i++) {
      await vi.advanceTimersByTimeAsync(5000);
      lastStream().beat();
    }
    expect(queriedAt).toEqual([0, 30_000]);
    lastStream().say({ status: 'PAID' });
    expect(onStatus).toHaveBeenLastCalledWith({ status: 'PAID' }, Number.NaN);
    expect(lastStream().readyState).toBe(FakeStream.CLOSED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(queriedAt).toEqual([0, 30_000]);
  });

  it('polls again after 10 s without an event', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(500);
    lastStream().say({ status: 'ISSUED' });
    await vi.advanceTimersByTimeAsync(9900);
    expect(queriedAt).toEqual([0]);
    await vi.advanceTimersByTimeAsync(2200);
    expect(queriedAt).toEqual([0, 10_500, 11_500, 12_500]);
    lastStream().beat();
    await vi.advanceTimersByTimeAsync(9900);
    expect(queriedAt).toHaveLength(4);
  });

  it('continues polling if the stream sends nothing or invalid data', async () => {
    const { onStatus } = follow();
    await vi.advanceTimersByTimeAsync(500);
    for (const data of ['<h1>', 'null', '{"error":"x"}']) lastStream().onmessage?.({ data });
    await vi.advanceTimersByTimeAsync(2000);
    expect(queriedAt).toEqual([0, 1000, 2000]);
    expect(onStatus).toHaveBeenCalledTimes(3);
    expect(streams()).toHaveLength(1);
  });

  it('does not reopen a stream that does not exist', async () => {
    vi.stubGlobal('EventSource', NoStream);
    follow();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(streams()).toHaveLength(1);
    expect(queriedAt.length).toBeGreaterThan(9);
  });

  it('polls normally while the stream is broken, and reopens it once the server is back', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(500);
    lastStream().say({ status: 'ISSUED' });
    lastStream().fail(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(queriedAt).toEqual([0, 1500]);
    lastStream().fail(FakeStream.CLOSED);
    await vi.advanceTimersByTimeAsync(1000);
    expect(queriedAt).toHaveLength(3);
    expect(streams()).toHaveLength(2);
  });

  it('closes the stream while the page is hidden, and reopens it', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(500);
    lastStream().say({ status: 'ISSUED' });
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(lastStream().readyState).toBe(FakeStream.CLOSED);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(streams()).toHaveLength(1);
    expect(Math.max(...gaps())).toBeLessThanOrEqual(5500);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(streams()).toHaveLength(2);
  });
});

it('never has two queries in progress', async () => {
  answer = () => new Promise((resolve) => setTimeout(() => resolve(json({ status: 'ISSUED' })), 3000));
  follow();
  for (let i = 0; i < 20; i++) {
    await vi.advanceTimersByTimeAsync(700);
    browser.dispatchEvent(i % 2 ? pageshow(true) : new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(inProgress).toBeLessThanOrEqual(1);
  }
});
