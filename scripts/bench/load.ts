import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../chaos/database';
import { type Servers, startServers } from '../chaos/servers';
import { freePort } from '../shared/serve.mjs';
import { payInApp, startPollingShop, topUpPayer } from './environment';
import { inLanes } from './lanes';
import { fullOrShort, isShort } from './length';
import { processorSeconds } from './processor-seconds';
import { residentMegabytes } from './resident-megabytes';
import {
  checkoutToPaid,
  closeStreams,
  type DrivenShop,
  eventShop,
  newestMessage,
  pollingShop,
  raiseStock,
  SETTLED_MS,
} from './shops';
import { percentile, printTable, type Row } from './table';

const LANES = 16;
/** Enough for V8 to have compiled what a checkout runs. */
const WARM_UP = fullOrShort(600, 1);
const CHECKOUTS = fullOrShort(600, 4);
const QUESTIONS = fullOrShort(4_000, 10);
const PAYMENTS = fullOrShort(100, 1);
const WAITING = fullOrShort([1, 100, 1_000], [2]);
const MANY_WAITING = fullOrShort([1_000, 5_000], [8]);
const PAGES_AN_ORDER = 10;
const MANY_ORDERS = fullOrShort(400, 2);
const REST_SECONDS = fullOrShort(8, 0.2);
/** The heap for 5 000 pages. With this limit, the whole process fits in 500 MB. */
const HEAP_MEGABYTES = 256;
/** In megabytes; undefined is V8's own limit. */
const HEAPS = fullOrShort([HEAP_MEGABYTES, undefined], [undefined]);
/** A measurement ends after this time, even if a slow shop has answered fewer calls. */
const LONGEST_MS = 40_000;

/**
 * Runs shop and sandbox as two processes. Measures checkouts until PAID with their processor time, status answers, open
 * pages, and the delay from the payment to the page. Compares the shop with one that polls SEQR once a second for each page.
 */
export async function measureLoad() {
  const servers = await startServers({ name: 'bench' });
  try {
    await Promise.all([servers.seqr.start(), servers.shop.start()]);
    await topUpPayer(servers.seqr.address);
    await raiseStock(servers);
    const polling = await startPollingShop(await freePort(), `${servers.seqr.address}/soap/merchant/cashregister-2`);
    const shops = [eventShop(servers), pollingShop(polling, servers.seqr.address)];
    await measureRates(servers, shops);
    await measureWaiting(shops);
    for (const heap of HEAPS) await measureManyPages(servers, heap);
  } finally {
    closeStreams();
    await servers.stop();
  }
}

/** A figure is undefined if this machine cannot measure it. */
type Figures = readonly (number | undefined)[];
type Line = readonly [name: string, inWords: (value: number | undefined) => string];
const fixed = (decimals: number) => (value: number | undefined) =>
  value === undefined ? '–' : value.toFixed(decimals);

async function measureRates({ seqr }: Servers, shops: readonly DrivenShop[]): Promise<void> {
  const columns: Figures[] = [];
  for (const shop of shops) {
    await inLanes(LANES, WARM_UP, () => checkoutToPaid(shop));
    await pause(SETTLED_MS);
    const before = await newestMessage(seqr.address);
    const processors = () => [processorSeconds(shop.pid()), processorSeconds(seqr.pid())] as const;
    const [shopBefore, seqrBefore] = processors();
    const checkouts = await inLanes(LANES, CHECKOUTS, () => checkoutToPaid(shop));
    const [shopAfter, seqrAfter] = processors();
    await pause(SETTLED_MS);
    const calls = ((await newestMessage(seqr.address)) - before) / checkouts.done;
    const order = await shop.order();
    const answers = await inLanes(LANES, QUESTIONS, () => shop.ask(order));
    const each = (seconds: number) => (Number.isNaN(seconds) ? undefined : (seconds / checkouts.done) * 1000);
    columns.push([checkouts.rate, each(shopAfter - shopBefore), each(seqrAfter - seqrBefore), answers.rate, calls]);
  }
  printComparison(`Shop and sandbox in two processes, ${LANES} at a time; the polling shop stores nothing`, columns, [
    ['checkouts to PAID per second, each shown on its page', fixed(0)],
    ['processor time per checkout, shop, ms', fixed(1)],
    ['processor time per checkout, sandbox, ms', fixed(1)],
    ['status answers per second', fixed(0)],
    ['SEQR calls per paid order', fixed(1)],
  ]);
}

/** Prints this shop's figures, the polling shop's, and their ratio. */
function printComparison(title: string, [ours = [], polling = []]: readonly Figures[], rows: readonly Line[]): void {
  const ratio = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '–');
  printTable(
    title,
    ['', 'this shop', 'polling shop', 'ratio'],
    rows.map(([name, inWords], index) => [
      name,
      inWords(ours[index]),
      inWords(polling[index]),
      ratio((ours[index] ?? Number.NaN) / (polling[index] ?? Number.NaN)),
    ]),
  );
}

async function measureWaiting(shops: readonly DrivenShop[]): Promise<void> {
  const columns: Figures[] = [];
  for (const shop of shops) columns.push(await measurePagesOf(shop));
  printComparison(
    `Waiting pages: from the payer's confirmation until one of them has the receipt, up to ${PAYMENTS} payments`,
    columns,
    WAITING.flatMap((waiting): Line[] => [
      [`${waiting} waiting: payment to receipt, p50`, inMilliseconds],
      ['p99', inMilliseconds],
      ['SEQR calls per second at rest', fixed(1)],
      ['memory of the process', inMegabytes],
    ]),
  );
}

async function measurePagesOf(shop: DrivenShop): Promise<Figures> {
  const orders: Awaited<ReturnType<DrivenShop['order']>>[] = [];
  const pages: ReturnType<DrivenShop['wait']>[] = [];
  const figures: (number | undefined)[] = [];
  for (const waiting of WAITING) {
    while (orders.length * PAGES_AN_ORDER < waiting) orders.push(await shop.order());
    while (pages.length < waiting) pages.push(shop.wait(at(orders, Math.floor(pages.length / PAGES_AN_ORDER))));
    await Promise.all(pages.map(({ opened }) => opened));
    const times: number[] = [];
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

/** Returns the milliseconds from the payer's confirmation to the receipt, or infinity if a server was too busy. */
async function payToReceipt(shop: DrivenShop): Promise<number> {
  try {
    const order = await shop.order();
    const page = shop.wait(order);
    await page.opened;
    const confirmed = performance.now();
    await Promise.all([payInApp(shop.seqr, order.invoiceReference), page.paid]);
    await shop.receipt(order);
    return performance.now() - confirmed;
  } catch (error) {
    if (isShort) throw error;
    return Number.POSITIVE_INFINITY;
  }
}

function inMilliseconds(value: number | undefined): string {
  return value !== undefined && Number.isFinite(value) ? `${value.toFixed(0)} ms` : 'no answer';
}

function inMegabytes(value: number | undefined): string {
  return value === undefined ? '–' : `${value} MB`;
}

/** With a small heap, garbage is not counted as the pages' memory. Without a limit, V8 delays collecting it. */
async function measureManyPages(servers: Servers, heapMegabytes: number | undefined): Promise<void> {
  const shop = eventShop(servers);
  if (!isShort) {
    await servers.shop.stop();
    await servers.shop.start(heapMegabytes ? { heapMegabytes } : {});
  }
  await checkoutToPaid(shop); // the first notification shows the shop that notifications arrive
  const before = residentMegabytes(shop.pid());
  if (before === undefined) return;
  const rows: Row[] = [];
  const orders: Awaited<ReturnType<DrivenShop['order']>>[] = [];
  const pages: ReturnType<DrivenShop['wait']>[] = [];
  for (const waiting of MANY_WAITING) {
    while (orders.length < MANY_ORDERS) orders.push(await shop.order());
    while (pages.length < waiting) {
      const page = shop.wait(at(orders, pages.length % orders.length));
      pages.push(page);
      // A server accepts a few hundred new connections at a time.
      if (pages.length % 100 === 0) await page.opened;
    }
    await Promise.all(pages.map(({ opened }) => opened));
    const calls = await shop.callsWhile(() => pause(REST_SECONDS * 1000));
    const after = residentMegabytes(shop.pid()) ?? Number.NaN;
    const perPage = ((after - before) / waiting) * 1000;
    rows.push([
      waiting,
      `${after} MB`,
      `${perPage.toFixed(0)} kB`,
      (calls / (REST_SECONDS / 8) / (await countOpenPayments(servers))).toFixed(2),
    ]);
  }
  printTable(
    `Pages waiting at a process ${heapMegabytes ? `with a heap of ${heapMegabytes} MB` : 'without a limit of the heap'}, for ${await countOpenPayments(servers)} payments (before: ${before} MB)`,
    ['pages', 'memory', 'per page', 'SEQR calls per payment in 8 s'],
    rows,
  );
  for (const page of pages) page.close();
}

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`bench: there is no item ${index}`);
  return item;
}

async function countOpenPayments({ databaseUrl }: Servers): Promise<number> {
  const database = openDatabase(databaseUrl);
  const open = await database.rows('SELECT 1 FROM "Payment" WHERE "closedAt" IS NULL');
  await database.close();
  return open.length;
}
