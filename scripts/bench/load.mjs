import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { startServers } from '../chaos/servers.mjs';
import { freePort } from '../serve.mjs';
import { fillPurse, payInApp, startPollingShop } from './environment.mjs';
import { closeStreams, eventShop, newestMessage, pollingShop, SETTLED_MS } from './shops.mjs';
import { percentile, printTable } from './table.mjs';

const LANES = 16;
const CHECKOUTS = 600;
const QUESTIONS = 4_000;
const PAYMENTS = 100;
const WAITING = [1, 100, 1_000];
const PAGES_AN_ORDER = 10;
const REST_SECONDS = 8;
/** For 5 000 pages; what else a process holds has room in 500 MB then. */
const HEAP_MEGABYTES = 256;
/** A shop that is too slow for so many is measured by fewer. */
const LONGEST_MS = 40_000;

/**
 * Shop and sandbox as two processes, this one driving them: checkouts to PAID, status answers, pages that wait, and how
 * soon a page among them learns of its payment; beside a shop that asks SEQR once a second for every page.
 */
export async function measureLoad() {
  const servers = await startServers({ name: 'bench' });
  try {
    await servers.seqr.start();
    await servers.shop.start();
    await fillPurse(servers.seqr.address);
    const books = new Database(servers.shopDb, { timeout: 5000 });
    books.exec('UPDATE Product SET stock = 10000000');
    books.close();
    const polling = await startPollingShop(await freePort(), `${servers.seqr.address}/soap/merchant/cashregister-2`);
    const shops = [
      ['this shop', eventShop(servers)],
      ['polling shop', pollingShop(polling, servers.seqr.address)],
    ];
    await measureRates(servers, shops);
    await measureWaiting(shops);
    await measureManyPages(servers);
  } finally {
    closeStreams();
    await servers.shop.stop();
    await servers.seqr.stop();
  }
}

async function measureRates({ seqr }, shops) {
  const columns = [];
  for (const [, shop] of shops) {
    await inLanes(40, () => checkoutToPaid(shop)); // warm
    await pause(SETTLED_MS);
    const before = await newestMessage(seqr.address);
    const checkouts = await inLanes(CHECKOUTS, () => checkoutToPaid(shop));
    await pause(SETTLED_MS);
    const calls = ((await newestMessage(seqr.address)) - before) / checkouts.done;
    const order = await shop.order();
    const answers = await inLanes(QUESTIONS, () => shop.ask(order));
    columns.push([checkouts.rate, answers.rate, calls]);
  }
  printComparison(`Shop and sandbox in two processes, ${LANES} at a time; the polling shop keeps no books`, columns, [
    ['checkouts to PAID a second, each seen by its page', (value) => value.toFixed(0)],
    ['status answers a second', (value) => value.toFixed(0)],
    ['SEQR calls a paid order', (value) => value.toFixed(1)],
  ]);
}

/** A column of figures each for this shop and the polling one, and the first as a share of the second. */
function printComparison(title, [ours = [], polling = []], rows) {
  const ratio = (value) => (Number.isFinite(value) ? value.toFixed(2) : '–');
  printTable(
    title,
    ['', 'this shop', 'polling shop', 'ratio'],
    rows.map(([name, inWords], index) => [
      name,
      inWords(ours[index]),
      inWords(polling[index]),
      ratio(ours[index] / polling[index]),
    ]),
  );
}

async function checkoutToPaid(shop) {
  const order = await shop.order();
  const page = shop.wait(order);
  await page.opened;
  await payInApp(shop.seqr, order.invoiceReference);
  await page.paid;
}

async function measureWaiting(shops) {
  const columns = [];
  for (const [, shop] of shops) columns.push(await measurePagesOf(shop));
  printComparison(
    `Pages that wait; from the payer's confirmation to the receipt fetched by one of them, up to ${PAYMENTS} payments`,
    columns,
    WAITING.flatMap((waiting) => [
      [`${waiting} waiting: payment to receipt, p50`, inMilliseconds],
      ['p99', inMilliseconds],
      ['SEQR calls a second at rest', (value) => value.toFixed(1)],
      ['memory of the process', inMegabytes],
    ]),
  );
}

async function measurePagesOf(shop) {
  const orders = [];
  const pages = [];
  const figures = [];
  for (const waiting of WAITING) {
    while (orders.length * PAGES_AN_ORDER < waiting) orders.push(await shop.order());
    while (pages.length < waiting) pages.push(shop.wait(orders[Math.floor(pages.length / PAGES_AN_ORDER)]));
    await Promise.all(pages.map(({ opened }) => opened));
    const times = [];
    const started = performance.now();
    while (times.length < PAYMENTS && performance.now() - started < LONGEST_MS) times.push(await payToReceipt(shop));
    times.sort((a, b) => a - b);
    const calls = await shop.callsWhile(() => pause(REST_SECONDS * 1000));
    const memory = residentMegabytes(shop.pid());
    figures.push(percentile(times, 0.5), percentile(times, 0.99), calls / REST_SECONDS, memory);
  }
  for (const page of pages) page.close();
  return figures;
}

/** Milliseconds; infinitely many where shop and SEQR were too busy to answer at all. */
async function payToReceipt(shop) {
  try {
    const order = await shop.order();
    const page = shop.wait(order);
    await page.opened;
    const confirmed = performance.now();
    await Promise.all([payInApp(shop.seqr, order.invoiceReference), page.paid]);
    await shop.receipt(order);
    return performance.now() - confirmed;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function inMilliseconds(value) {
  return Number.isFinite(value) ? `${value.toFixed(0)} ms` : 'no answer';
}

function inMegabytes(value) {
  return value === undefined ? '–' : `${value} MB`;
}

async function measureManyPages(servers) {
  const shop = eventShop(servers);
  // A fresh process with a tight heap: what dead objects were left lying is not the pages' memory.
  await servers.shop.stop();
  await servers.shop.start({ heapMegabytes: HEAP_MEGABYTES });
  await checkoutToPaid(shop); // the first notification teaches the shop that they arrive
  const before = residentMegabytes(servers.shop.pid());
  if (before === undefined) return;
  const rows = [];
  const orders = [];
  const pages = [];
  for (const waiting of [1_000, 5_000]) {
    while (orders.length < 400) orders.push(await shop.order());
    while (pages.length < waiting) {
      const page = shop.wait(orders[pages.length % orders.length]);
      pages.push(page);
      // A server takes a few hundred new connections at a time.
      if (pages.length % 100 === 0) await page.opened;
    }
    await Promise.all(pages.map(({ opened }) => opened));
    const calls = await shop.callsWhile(() => pause(REST_SECONDS * 1000));
    const after = residentMegabytes(servers.shop.pid());
    const perPage = ((after - before) / waiting) * 1000;
    rows.push([
      waiting,
      `${after} MB`,
      `${perPage.toFixed(0)} kB`,
      (calls / (REST_SECONDS / 8) / countOpenPayments(servers)).toFixed(2),
    ]);
  }
  printTable(
    `Pages waiting at a process with a heap of ${HEAP_MEGABYTES} MB, for ${countOpenPayments(servers)} payments (before: ${before} MB)`,
    ['pages', 'memory', 'a page', 'SEQR calls a payment in 8 s'],
    rows,
  );
  for (const page of pages) page.close();
}

function countOpenPayments({ shopDb }) {
  const books = new Database(shopDb, { readonly: true });
  try {
    return books.prepare('SELECT count(*) AS open FROM Payment WHERE closedAt IS NULL').get().open;
  } finally {
    books.close();
  }
}

/** Does the work so many times, some at a time, but not for ever; how often it was, and how often a second. */
async function inLanes(times, work) {
  let done = 0;
  let left = times;
  const started = performance.now();
  const lane = async () => {
    while (left-- > 0 && performance.now() - started < LONGEST_MS) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { done, rate: done / ((performance.now() - started) / 1000) };
}

/** Linux only. */
function residentMegabytes(pid) {
  try {
    return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
  } catch {
    return undefined;
  }
}
