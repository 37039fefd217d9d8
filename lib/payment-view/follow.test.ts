import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { followStatus } from './follow';

type Answer = (signal: AbortSignal) => Response | Promise<Response>;

class FakeStream {
  static CLOSED = 2;
  static all: FakeStream[] = [];
  readyState = 0;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  constructor(readonly url: string) {
    FakeStream.all.push(this);
  }
  close() {
    this.readyState = FakeStream.CLOSED;
  }
  say(status: object) {
    this.onmessage?.({ data: JSON.stringify(status) });
  }
  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }
}

/** What a browser makes of a 404 at the stream's address. */
class NoStream extends FakeStream {
  constructor(url: string) {
    super(url);
    queueMicrotask(() => this.fail(FakeStream.CLOSED));
  }
}

const page = Object.assign(new EventTarget(), { hidden: false });
const browser = new EventTarget();
const network = { onLine: true };
const asked: number[] = [];
let answer: Answer;
let underWay = 0;
let stop = () => {};

const pageshow = (persisted: boolean) => Object.assign(new Event('pageshow'), { persisted });
const json = (status: object) => Response.json(status, { headers: { date: 'Mon, 23 Nov 2026 08:00:00 GMT' } });
const issued: Answer = () => json({ status: 'ISSUED' });
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
    asked.push(Date.now());
    underWay++;
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
    });
    try {
      return await Promise.race([answer(signal), aborted]);
    } finally {
      underWay--;
    }
  });
  page.hidden = false;
  network.onLine = true;
  asked.length = FakeStream.all.length = underWay = 0;
  answer = issued;
});

afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function follow() {
  const seen = { onStatus: vi.fn(), onOffline: vi.fn(), onGone: vi.fn() };
  stop = followStatus({ url: 'https://shop.example/status?order=7', pollFreq: 1000, ...seen });
  return seen;
}

describe('without a stream', () => {
  beforeEach(() => vi.stubGlobal('EventSource', NoStream));

  it('asks at once and then every pollFreq until the payment ends', async () => {
    const { onStatus } = follow();
    await vi.advanceTimersByTimeAsync(2500);
    expect(asked).toEqual([0, 1000, 2000]);
    answer = () => json({ status: 'PAID', ersReference: '1' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([0, 1000, 2000, 3000]);
    expect(onStatus).toHaveBeenLastCalledWith({ status: 'PAID', ersReference: '1' }, Date.UTC(2026, 10, 23, 8));
  });

  it('goes on for a reserved, a pending and an unheard-of status', async () => {
    const words = ['RESERVED', 'PENDING_ISSUER_ACKNOWLEDGE', 'PARTIALLY_PAID'];
    answer = () => json({ status: words[asked.length - 1] ?? 'CANCELED' });
    follow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([0, 1000, 2000, 3000]);
  });

  it('stops at 404', async () => {
    answer = () => new Response('', { status: 404 });
    const { onGone } = follow();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([0]);
    expect(onGone).toHaveBeenCalledOnce();
  });

  it.each([
    ['500', () => new Response('', { status: 500 })],
    ['HTML', () => new Response('<h1>Hello</h1>')],
    ['JSON without a status', () => json({ resultCode: 90 })],
    ['no connection', () => Promise.reject(new TypeError('failed'))],
  ] as [string, Answer][])('asks ever more slowly while it gets %s, and says so', async (_, broken) => {
    answer = broken;
    const { onOffline, onStatus } = follow();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(asked).toEqual([0, 2000, 6000, 14_000, 30_000, 60_000, 90_000]);
    expect(onOffline.mock.calls.slice(0, 2)).toEqual([[false], [true]]);
    answer = issued;
    await vi.advanceTimersByTimeAsync(21_500);
    expect(asked.slice(7)).toEqual([120_000, 121_000]);
    expect(onOffline).toHaveBeenLastCalledWith(false);
    expect(onStatus).toHaveBeenCalled();
  });

  it('gives up on a server that never answers, and never asks twice at once', async () => {
    answer = () => new Promise(() => {});
    follow();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(asked).toEqual([0, 12_000]);
    browser.dispatchEvent(pageshow(true));
    browser.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(4);
    expect(underWay).toBe(1);
  });

  it('asks at once when the page is seen again or the network is back', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(100);
    for (const [target, event] of [
      [browser, pageshow(true)],
      [page, new Event('visibilitychange')],
      [browser, new Event('online')],
    ] as const) {
      asked.length = 0;
      target.dispatchEvent(event);
      expect(asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(0);
    }
  });

  it('does not ask again when the page has only finished loading', async () => {
    follow();
    browser.dispatchEvent(pageshow(false));
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toEqual([0]);
  });

  it('asks a fifth as often while the page is hidden', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(100);
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toEqual([0, 5100, 10_100]);
  });

  it('says that it is offline as soon as the browser is, without asking', async () => {
    const { onOffline } = follow();
    await vi.advanceTimersByTimeAsync(100);
    network.onLine = false;
    browser.dispatchEvent(new Event('offline'));
    expect(onOffline).toHaveBeenLastCalledWith(true);
    expect(asked).toEqual([0]);
  });

  it('is quiet once stopped, also with a question under way', async () => {
    let reply = (_: Response) => {};
    answer = () => new Promise((resolve) => (reply = resolve));
    const { onStatus, onOffline } = follow();
    stop();
    reply(json({ status: 'PAID' }));
    browser.dispatchEvent(pageshow(true));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([0]);
    expect(onStatus).not.toHaveBeenCalled();
    expect(onOffline).not.toHaveBeenCalled();
  });
});

describe('with a stream', () => {
  it('opens it beside the status address and asks seldom while it delivers', async () => {
    const { onStatus } = follow();
    await vi.advanceTimersByTimeAsync(500);
    expect(streams().map(({ url }) => url)).toEqual(['https://shop.example/status/events?order=7']);
    lastStream().say({ status: 'ISSUED', scanned: true });
    expect(onStatus).toHaveBeenLastCalledWith({ status: 'ISSUED', scanned: true }, Number.NaN);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(asked).toEqual([0]);
    lastStream().say({ status: 'PAID' });
    expect(onStatus).toHaveBeenLastCalledWith({ status: 'PAID' }, Number.NaN);
    expect(lastStream().readyState).toBe(FakeStream.CLOSED);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([0]);
  });

  it('goes on asking while a stream says nothing, or nonsense', async () => {
    const { onStatus } = follow();
    await vi.advanceTimersByTimeAsync(500);
    lastStream().onmessage?.({ data: '<h1>' });
    await vi.advanceTimersByTimeAsync(2000);
    expect(asked).toEqual([0, 1000, 2000]);
    expect(onStatus).toHaveBeenCalledTimes(3);
    expect(streams()).toHaveLength(1);
  });

  it('does not try again where no stream is offered', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(500);
    lastStream().fail(FakeStream.CLOSED);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(streams()).toHaveLength(1);
    expect(asked.length).toBeGreaterThan(9);
  });

  it('asks as without one while it is broken, and opens it anew when the server is back', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(500);
    lastStream().say({ status: 'ISSUED' });
    lastStream().fail(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toEqual([0, 1500]);
    lastStream().fail(FakeStream.CLOSED);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(3);
    expect(streams()).toHaveLength(2);
  });

  it('is closed while the page is hidden, and opened again', async () => {
    follow();
    await vi.advanceTimersByTimeAsync(500);
    lastStream().say({ status: 'ISSUED' });
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(lastStream().readyState).toBe(FakeStream.CLOSED);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(streams()).toHaveLength(1);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.advanceTimersByTimeAsync(0);
    expect(streams()).toHaveLength(2);
  });
});

it('never has two questions under way', async () => {
  answer = () => new Promise((resolve) => setTimeout(() => resolve(json({ status: 'ISSUED' })), 3000));
  follow();
  for (let i = 0; i < 20; i++) {
    await vi.advanceTimersByTimeAsync(700);
    browser.dispatchEvent(i % 2 ? pageshow(true) : new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(underWay).toBeLessThanOrEqual(1);
  }
});
