import { processGlobal } from '../process-global';
import { onChange } from './bus';
import { getPaymentStatus } from './payment-status';

const HEARTBEAT_MS = 15_000;

const openStreams = () => processGlobal('payment-streams', () => new Set<() => void>());

/** Ends every open stream, so that the server can stop at once: browsers reconnect by themselves. */
export function closePaymentStreams(): void {
  for (const close of [...openStreams()]) close();
}

/**
 * Server-sent events with an order's payment status: at once, at every change, and no more after it is settled. A
 * change that comes while the status is being read is read again, so the last event always tells the last state.
 */
export function paymentEvents(orderId: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    start(controller) {
      let last = '';
      let reading = false;
      let again = false;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const unsubscribe = onChange(orderId, () => void tell());
      const heartbeat = setInterval(() => send(':\n\n'), HEARTBEAT_MS);
      let ended = false;
      end = () => {
        if (ended) return;
        ended = true;
        unsubscribe();
        clearInterval(heartbeat);
        openStreams().delete(end);
        signal.removeEventListener('abort', end);
        controller.close();
      };
      async function tell() {
        again = reading;
        if (reading || ended) return;
        reading = true;
        try {
          do {
            again = false;
            const status = await getPaymentStatus(orderId);
            const text = JSON.stringify(status?.answer ?? null);
            if (!ended && status && text !== last) send(`data: ${text}\n\n`);
            last = text;
            if (status && !status.open) end();
          } while (again && !ended);
        } catch {
          end();
        } finally {
          reading = false;
        }
      }
      openStreams().add(end);
      signal.addEventListener('abort', end);
      send('retry: 1000\n\n');
      void tell();
    },
    cancel() {
      end();
    },
  });
}
