// The two shops that the load bench compares, each driven in the same words: order, wait, ask, receipt.
import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { placeOrder } from './environment.mjs';

/** For what a shop still has to tell SEQR about its payments. */
export const SETTLED_MS = 3_000;
const sockets = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

export function closeStreams() {
  sockets.destroy();
}

/** This project's shop: a page listens to its payment's events and then fetches its receipt. */
export function eventShop({ shop, seqr }) {
  return {
    seqr: seqr.address,
    pid: shop.pid,
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

async function messages(address, query) {
  return (await (await fetch(`${address}/sandbox/api/messages?${query}`)).json()).messages;
}

/** SEQR's messages are numbered. */
export async function newestMessage(address) {
  return (await messages(address, 'limit=1'))[0]?.id ?? 0;
}

/** The other: scripts/bench/polling-shop.ts. */
export function pollingShop({ address, pid }, seqr) {
  const ask = async (path, method = 'GET') => (await fetch(address + path, { method })).json();
  return {
    seqr,
    pid: () => pid,
    order: () => ask('/orders', 'POST'),
    ask: ({ invoiceReference }) => ask(`/status?invoiceReference=${invoiceReference}`),
    wait: ({ invoiceReference }) => openStream(`${address}/events?invoiceReference=${invoiceReference}`),
    receipt: ({ invoiceReference }) => ask(`/receipt?invoiceReference=${invoiceReference}`),
    callsWhile: async (work) => {
      const { calls } = await ask('/calls');
      await work();
      return (await ask('/calls')).calls - calls;
    },
  };
}

/** A page that waits: `opened` with its first event, `paid` with the one that says so. */
function openStream(url) {
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
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
