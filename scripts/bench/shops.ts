// The two shops that the load bench compares, with the same interface: order, wait, query, receipt.
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../chaos/database';
import type { Servers } from '../chaos/servers';
import { type Placed, payInApp, placeOrder, type Running } from './environment';
import { fullOrShort } from './length';

/** A page that waits for its payment. */
type Stream = { readonly opened: Promise<void>; readonly paid: Promise<void>; close(): void };
type Order = Pick<Placed, 'invoiceReference' | 'orderId' | 'statusUrl'>;
export type DrivenShop = {
  /** SEQR's address. */
  readonly seqr: string;
  pid(): number | undefined;
  order(): Promise<Order>;
  wait(order: Order): Stream;
  ask(order: Order): Promise<void>;
  receipt(order: Order): Promise<void>;
  /** Counts the calls that SEQR gets during `work`. */
  callsWhile(work: () => Promise<void>): Promise<number>;
};

/** Time for a shop to finish its calls to SEQR. */
export const SETTLED_MS = fullOrShort(3_000, 100);
const sockets = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

export function closeStreams() {
  sockets.destroy();
}

/** Orders, opens the page that waits for the payment, pays, and returns when the page has PAID. */
export async function checkoutToPaid(shop: DrivenShop): Promise<void> {
  const order = await shop.order();
  const page = shop.wait(order);
  await page.opened;
  await payInApp(shop.seqr, order.invoiceReference);
  await page.paid;
}

/** Puts enough into stock for any number of orders. */
export async function raiseStock({ databaseUrl }: Pick<Servers, 'databaseUrl'>): Promise<void> {
  const database = openDatabase(databaseUrl);
  await database.rows('UPDATE "Product" SET stock = 10000000');
  await database.close();
}

/** Drives this project's shop. A page listens for the payment's events and then loads the receipt. */
export function eventShop({ shop, seqr }: Servers): DrivenShop {
  return {
    seqr: seqr.address,
    pid: () => shop.webs[0]?.pid(),
    order: () => placeOrder(shop.address),
    wait: ({ statusUrl }) => openStream(`${shop.address}${statusUrl}/events`),
    receipt: async ({ orderId }) => {
      const html = await (await fetch(`${shop.address}/orders/${orderId}/receipt`)).text();
      if (!/\d{25}/.test(html)) throw new Error('the receipt has no ersReference');
    },
    ask: async ({ statusUrl }) => {
      const response = await fetch(shop.address + statusUrl);
      if (!response.ok) throw new Error(`status: ${response.status}`);
      await response.arrayBuffer();
    },
    callsWhile: async (work) => {
      await pause(SETTLED_MS);
      const from = await newestMessage(seqr.address);
      await work();
      return (await newestMessage(seqr.address)) - from;
    },
  };
}

/** Returns the number of the newest SOAP message. */
export async function newestMessage(address: string): Promise<number> {
  const answer = await fetch(`${address}/sandbox/api/messages?limit=1`);
  const { messages }: { messages: readonly { readonly id: number }[] } = await answer.json();
  return messages[0]?.id ?? 0;
}

/** Drives the polling shop (scripts/bench/polling-shop.ts). */
export function pollingShop({ address, pid }: Running, seqr: string): DrivenShop {
  const ask = async (path: string, method = 'GET') => (await fetch(address + path, { method })).json();
  return {
    seqr,
    pid: () => pid,
    order: () => ask('/orders', 'POST'),
    ask: async ({ invoiceReference }) => void (await ask(`/status?invoiceReference=${invoiceReference}`)),
    wait: ({ invoiceReference }) => openStream(`${address}/events?invoiceReference=${invoiceReference}`),
    receipt: async ({ invoiceReference }) => void (await ask(`/receipt?invoiceReference=${invoiceReference}`)),
    callsWhile: async (work) => {
      const { calls } = await ask('/calls');
      await work();
      return (await ask('/calls')).calls - calls;
    },
  };
}

/** An open page: `opened` resolves with its first event, `paid` with the event that reports PAID. */
function openStream(url: string): Stream {
  const opened = withResolvers();
  const paid = withResolvers();
  paid.promise.catch(() => {});
  const request = get(url, { agent: sockets }, (response) => {
    if (response.statusCode !== 200) opened.reject(new Error(`${url}: ${response.statusCode}`));
    response.setEncoding('utf8').on('data', (text) => {
      opened.resolve();
      if (text.includes('"PAID"')) paid.resolve();
    });
  });
  request.on('error', (error) => {
    opened.reject(error);
    paid.reject(error);
  });
  return { opened: opened.promise, paid: paid.promise, close: () => request.destroy() };
}

/** Node 20 has no Promise.withResolvers. */
function withResolvers() {
  let resolve = () => {};
  let reject = (_error: Error) => {};
  const promise = new Promise<void>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
