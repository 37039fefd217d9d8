import { EventEmitter } from 'node:events';
import { monotonicMs } from '../clock';
import { processGlobal } from '../process-global';

// Tells the pages of this process that an order's payment has changed. It carries no state: who hears it reads the
// database, so a lost or doubled signal does no harm.
const bus = () => processGlobal('payment-bus', () => new EventEmitter().setMaxListeners(0));

export function publishChange(orderId: string): void {
  bus().emit(orderId);
}

/** Returns the function that ends the subscription. */
export function onChange(orderId: string, listener: () => void): () => void {
  bus().on(orderId, listener);
  return () => bus().off(orderId, listener);
}

// Pages that poll instead of listening count as open for a while after each question.
const POLLING_PAGE_MS = 5_000;

const polled = () => processGlobal('polled-orders', () => new Map<string, number>());

export function notePageOpen(orderId: string): void {
  const at = monotonicMs();
  for (const [id, seen] of polled()) if (at - seen > POLLING_PAGE_MS) polled().delete(id);
  polled().set(orderId, at);
}

/** Whether a page that shows this order is open in this process. */
export function isPageOpen(orderId: string): boolean {
  const seen = polled().get(orderId);
  return bus().listenerCount(orderId) > 0 || (seen !== undefined && monotonicMs() - seen <= POLLING_PAGE_MS);
}
