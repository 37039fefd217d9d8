import type { ServerResponse } from 'node:http';
import { config } from '../config';
import { processGlobal } from '../process-global';
import { clientAddress } from './client-address';
import { tooManyRequests } from './rate-limit';

/** The payment view polls again after 10 s without an event. */
const HEARTBEAT_MS = 5_000;
/** Not a comment, because browsers do not pass comments to scripts. */
const HEARTBEAT = 'event: heartbeat\ndata:\n\n';
const RECONNECT_MS = 1_000;
/** When a process stops, its pages reconnect at random times within this span. */
const SPREAD_MS = 2_000;
/** Meanwhile, a page whose stream is refused polls the status. */
const RETRY_SECONDS = 60;
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** Calls its argument after each change. Returns a function that ends the subscription. */
type Subscribe = (onChange: () => void) => () => void;
type Read = () => Promise<{ data: unknown; last: boolean } | null>;
type Sink = { readonly send: (text: string) => void; readonly end: () => void };

/**
 * The open streams that one address may have, in each process. A stream stays open for as long as its payment, so a limit
 * on how many are opened per minute does not bound the memory. A page that is refused a stream polls.
 */
export const MAX_STREAMS = 200;

/**
 * 429 if the address has MAX_STREAMS open streams. Call it immediately before opening one, so that concurrent requests are
 * counted.
 */
export function refuseStream(address: string, headers: Record<string, string> = {}): Response | null {
  if (!config().rateLimits.enabled || (streamCounts().get(address) ?? 0) < MAX_STREAMS) return null;
  const message = 'This address has too many open event streams. Ask for the status instead.';
  return tooManyRequests(RETRY_SECONDS, message, headers);
}

/**
 * Server-sent events: sends the result of `read` immediately and after each change reported by `subscribe`, until the
 * client disconnects, `read` returns null, or its result is the last.
 */
export function eventStream(
  request: Request,
  subscribe: Subscribe,
  read: Read,
  headers: Record<string, string> = {},
): Response {
  const encoder = new TextEncoder();
  let close = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const sink = {
        send: (text: string) => controller.enqueue(encoder.encode(text)),
        end: () => controller.close(),
      };
      close = follow(sink, clientAddress(request), subscribe, read);
      if (request.signal.aborted) close();
      else request.signal.addEventListener('abort', () => close(), { once: true });
    },
    cancel: () => close(),
  });
  return new Response(body, { headers: { ...HEADERS, ...headers } });
}

/**
 * Like `eventStream`, on Node's own server response: sends the result of `read` now and after each change until it is the
 * last. Uses a quarter of the memory while waiting.
 */
export function sendEvents(response: ServerResponse, address: string, subscribe: Subscribe, read: Read): void {
  response.writeHead(200, HEADERS);
  const sink = { send: (text: string) => response.write(text), end: () => response.end() };
  const close = follow(sink, address, subscribe, read);
  // The client may have gone while the caller was reading the database, and `close` is not emitted again.
  if (response.destroyed) close();
  else response.once('close', close);
}

/** Returns a function that closes the stream. */
function follow({ send, end }: Sink, address: string, subscribe: Subscribe, read: Read): () => void {
  countStream(address, 1);
  let queue = Promise.resolve();
  let open = true;
  let isQueued = false;
  const heartbeat = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS).unref();
  send(retryHint(RECONNECT_MS));
  const update = async () => {
    isQueued = false;
    const next = open ? await read() : null;
    if (!open) return;
    if (next) send(`data: ${JSON.stringify(next.data)}\n\n`);
    if (!next || next.last) close();
  };
  const onChange = () => {
    // The queued read will see this change too.
    if (isQueued) return;
    isQueued = true;
    queue = queue.then(update).catch(close);
  };
  const unsubscribe = subscribe(onChange);
  const close = () => {
    if (!open) return;
    open = false;
    countStream(address, -1);
    clearInterval(heartbeat);
    unsubscribe();
    openStreams().delete(dismiss);
    end();
  };
  const dismiss = () => {
    send(retryHint(RECONNECT_MS + Math.floor(Math.random() * SPREAD_MS)));
    close();
  };
  openStreams().add(dismiss);
  onChange();
  return close;
}

/** Ends every open stream of this process and tells its page when to connect again. */
export function endStreams(): void {
  for (const dismiss of openStreams()) dismiss();
}

function retryHint(ms: number): string {
  return `retry: ${ms}\n\n`;
}

function countStream(address: string, change: 1 | -1): void {
  const count = (streamCounts().get(address) ?? 0) + change;
  if (count > 0) streamCounts().set(address, count);
  else streamCounts().delete(address);
}

/** The number of open streams by address. */
function streamCounts(): Map<string, number> {
  return processGlobal('event-streams-by-address', () => new Map<string, number>());
}

function openStreams(): Set<() => void> {
  return processGlobal('event-streams', () => new Set<() => void>());
}
