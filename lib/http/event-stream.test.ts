import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CLIENT_ADDRESS_HEADER } from './client-address';
import { eventStream, MAX_STREAMS, refuseStream, sendEvents } from './event-stream';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Reads the stream's text chunk by chunk. */
function open(read: () => Promise<{ data: unknown; last: boolean } | null>) {
  let change = () => {};
  const subscribe = (onChange: () => void) => {
    change = onChange;
    return () => {};
  };
  const controller = new AbortController();
  const request = new Request('http://localhost/events', { signal: controller.signal });
  const { body } = eventStream(request, subscribe, read);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const next = async () => new TextDecoder().decode((await reader.read()).value);
  return { next, change: () => change(), leave: () => controller.abort() };
}

it('sends a heartbeat event at least every 5 s', async () => {
  const { next, leave } = open(async () => ({ data: { status: 'ISSUED' }, last: false }));
  expect(await next()).toMatch(/^retry: \d+\n\n$/);
  expect(await next()).toBe('data: {"status":"ISSUED"}\n\n');
  for (let i = 0; i < 3; i++) {
    await vi.advanceTimersByTimeAsync(5000);
    // A browser dispatches an event only if it has a data line, and ignores comments.
    expect(await next()).toBe('event: heartbeat\ndata:\n\n');
  }
  leave();
});

it('ends after the last message', async () => {
  let status = 'ISSUED';
  const { next, change } = open(async () => ({ data: { status }, last: status === 'PAID' }));
  await next();
  await next();
  status = 'PAID';
  change();
  expect(await next()).toBe('data: {"status":"PAID"}\n\n');
  expect(await next()).toBe('');
});

it('reads once more for all changes that arrive during a read', async () => {
  const reads: ((answer: { data: number; last: boolean }) => void)[] = [];
  const { next, change, leave } = open(() => new Promise((resolve) => reads.push(resolve)));
  await next();
  await vi.waitFor(() => expect(reads).toHaveLength(1));
  for (let i = 0; i < 5; i++) change();
  reads[0]?.({ data: 1, last: false });
  expect(await next()).toBe('data: 1\n\n');
  await vi.waitFor(() => expect(reads).toHaveLength(2));
  reads[1]?.({ data: 2, last: false });
  expect(await next()).toBe('data: 2\n\n');
  await vi.advanceTimersByTimeAsync(0);
  expect(reads).toHaveLength(2);
  leave();
});

it('counts the open streams of each address', async () => {
  const headers = { [CLIENT_ADDRESS_HEADER]: '192.0.2.7' };
  const leave = Array.from({ length: MAX_STREAMS }, () => {
    expect(refuseStream('192.0.2.7')).toBeNull();
    const controller = new AbortController();
    const request = new Request('http://localhost/events', { headers, signal: controller.signal });
    eventStream(
      request,
      () => () => {},
      async () => ({ data: 0, last: false }),
    );
    return () => controller.abort();
  });
  expect(refuseStream('192.0.2.7')?.status).toBe(429);
  expect(refuseStream('192.0.2.8')).toBeNull();
  leave[0]?.();
  leave[0]?.();
  expect(refuseStream('192.0.2.7')).toBeNull();
  for (const end of leave) end();
});

it('on Node’s response, closes at once if the client left before the stream was opened', () => {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.destroy();
  const unsubscribe = vi.fn();
  sendEvents(
    response,
    '192.0.2.9',
    () => unsubscribe,
    async () => ({ data: 0, last: false }),
  );
  expect(unsubscribe).toHaveBeenCalledOnce();
});

it('closes at once if the client left before the stream was opened', async () => {
  const request = new Request('http://localhost/events', { signal: AbortSignal.abort() });
  const unsubscribe = vi.fn();
  const { body } = eventStream(
    request,
    () => unsubscribe,
    async () => ({ data: 0, last: false }),
  );
  expect(unsubscribe).toHaveBeenCalledOnce();
  await body?.cancel();
});
