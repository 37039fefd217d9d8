import type { ServerResponse } from 'node:http';
import { processGlobal } from './process-global';

/** The payment view polls again when a stream has been silent for 10 s. */
const HEARTBEAT_MS = 5_000;
/** Not a comment: a browser keeps those from the page's script. */
const HEARTBEAT = 'event: heartbeat\ndata:\n\n';
const RECONNECT_MS = 1_000;
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/** Calls its argument after each change; returns the function that ends this. */
type Subscribe = (onChange: () => void) => () => void;
type Read = () => Promise<{ data: unknown; last: boolean } | null>;
type Sink = { readonly send: (text: string) => void; readonly end: () => void };

/**
 * Server-sent events: sends what `read` yields now and again after each change that `subscribe` reports, until the
 * reader leaves, `read` yields null, or it says that this was the last.
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
      close = follow(sink, subscribe, read);
      request.signal.addEventListener('abort', () => close(), { once: true });
    },
    cancel: () => close(),
  });
  return new Response(body, { headers: { ...HEADERS, ...headers } });
}

/** The same as the answer of Node's own server: a quarter of the memory while it waits. */
export function sendEvents(response: ServerResponse, subscribe: Subscribe, read: Read): void {
  response.writeHead(200, HEADERS);
  const close = follow({ send: (text) => response.write(text), end: () => response.end() }, subscribe, read);
  response.once('close', close);
}

/** Returns the function that closes the stream. */
function follow({ send, end }: Sink, subscribe: Subscribe, read: Read): () => void {
  let queue = Promise.resolve();
  let open = true;
  const heartbeat = setInterval(() => send(HEARTBEAT), HEARTBEAT_MS).unref();
  send(`retry: ${RECONNECT_MS}\n\n`);
  const update = async () => {
    const next = open ? await read() : null;
    if (!open) return;
    if (next) send(`data: ${JSON.stringify(next.data)}\n\n`);
    if (!next || next.last) close();
  };
  const onChange = () => {
    queue = queue.then(update).catch(close);
  };
  const unsubscribe = subscribe(onChange);
  const close = () => {
    if (!open) return;
    open = false;
    clearInterval(heartbeat);
    unsubscribe();
    openStreams().delete(close);
    end();
  };
  openStreams().add(close);
  onChange();
  return close;
}

/** Streams still open, to be closed when the server is told to stop: they would keep it alive for half a minute. */
function openStreams(): Set<() => void> {
  return processGlobal('event-streams', () => {
    const streams = new Set<() => void>();
    process.once('SIGTERM', () => {
      for (const close of streams) close();
    });
    return streams;
  });
}
