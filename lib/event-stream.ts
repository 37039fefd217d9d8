import { processGlobal } from './process-global';

const HEARTBEAT_MS = 15_000;
const RECONNECT_MS = 1_000;

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

/**
 * Server-sent events: sends what `read` yields now and again after each change that `subscribe` reports, until the
 * reader leaves, `read` yields null, or it says that this was the last.
 */
export function eventStream(
  request: Request,
  subscribe: (onChange: () => void) => () => void,
  read: () => Promise<{ data: unknown; last: boolean } | null>,
  headers: Record<string, string> = {},
): Response {
  const encoder = new TextEncoder();
  let close = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let queue = Promise.resolve();
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS).unref();
      let open = true;
      send(`retry: ${RECONNECT_MS}\n\n`);
      const update = async () => {
        const next = open ? await read() : null;
        if (!open) return;
        if (next) send(`data: ${JSON.stringify(next.data)}\n\n`);
        if (!next || next.last) close();
      };
      const onChange = () => {
        queue = queue.then(update).catch(() => close());
      };
      const unsubscribe = subscribe(onChange);
      close = () => {
        if (!open) return;
        open = false;
        clearInterval(heartbeat);
        unsubscribe();
        openStreams().delete(close);
        controller.close();
      };
      openStreams().add(close);
      request.signal.addEventListener('abort', () => close(), { once: true });
      onChange();
    },
    cancel: () => close(),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      ...headers,
    },
  });
}
