import { EventEmitter } from 'node:events';
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

/** A page that shows this order is open in this process. */
export function hasWatchers(orderId: string): boolean {
  return bus().listenerCount(orderId) > 0;
}
