import { EventEmitter } from 'node:events';
import { monotonicMs } from '../clock';
import { processGlobal } from '../process-global';
import { signals } from '../signals/signals';

// The event carries no state: listeners read the database, so a repeated event does no harm.
const bus = () => processGlobal('payment-bus', () => new EventEmitter().setMaxListeners(0));

// While lib/changes listens to PostgreSQL, the database notifies every process, this one included. This process then
// announces nothing itself, so that each page reads the database only once per change.
const source = () => processGlobal('payment-bus-source', () => ({ isDatabase: false }));

/** Notifies this process's pages of a change, unless the database does so. */
export function publishChange(orderId: string): void {
  if (!source().isDatabase) announceChange(orderId);
}

/** Notifies this process's pages that the order was changed, by this process or another. */
export function announceChange(orderId: string): void {
  bus().emit(orderId);
}

/** Sets whether the database currently notifies this process of every change, so that `publishChange` need not. */
export function setDatabaseNotifies(isDatabase: boolean): void {
  source().isDatabase = isDatabase;
}

/** The orders that pages of this process wait for. */
export function awaitedOrders(): string[] {
  return bus().eventNames().map(String);
}

/** Calls `listener` after each change of the order. Returns a function that ends the subscription. */
export function onChange(orderId: string, listener: () => void): () => void {
  bus().on(orderId, listener);
  return () => bus().off(orderId, listener);
}

// A polling page counts as open for this long after each request.
const POLLING_PAGE_MS = 5_000;

const polled = () => processGlobal('polled-orders', () => new Map<string, number>());

/** Records that a page of the order is open, so that SEQR is asked about its payment more often. */
export function notePageOpen(orderId: string): void {
  const at = monotonicMs();
  for (const [id, seen] of polled()) if (at - seen > POLLING_PAGE_MS) polled().delete(id);
  polled().set(orderId, at);
}

/** The orders whose pages are open in this process. */
export function listOpenPages(): string[] {
  const ids = [...awaitedOrders(), ...polled().keys()];
  return [...new Set(ids)].filter(isPageOpenHere);
}

/** Whether a page showing this order is open, here or in another process. */
export function isPageOpen(orderId: string): boolean {
  return isPageOpenHere(orderId) || signals().isPageOpenElsewhere(orderId);
}

function isPageOpenHere(orderId: string): boolean {
  const seen = polled().get(orderId);
  return bus().listenerCount(orderId) > 0 || (seen !== undefined && monotonicMs() - seen <= POLLING_PAGE_MS);
}
