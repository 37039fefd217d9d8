import pg from 'pg';
import { type DatabaseKind, type Servers, startServers } from '../chaos/servers';
import { payInApp, topUpPayer } from './environment';
import { inLanes } from './lanes';
import { fullOrShort } from './length';
import { processorSeconds } from './processor-seconds';
import { closeStreams, type DrivenShop, eventShop, raiseStock } from './shops';
import { percentile, printTable } from './table';

const WARM_UP = fullOrShort(40, 1);
const CHECKOUTS = fullOrShort(200, 4);
/** A run with few buyers shows how long a payment takes; a run with many shows how many the machine can handle. */
const FEW = 2;
const MANY = 16;
const COMMIT_SECONDS = fullOrShort(3, 0.1);

type Setup = { readonly name: string; readonly database: DatabaseKind; readonly webProcesses: number };
const largest: Setup = { name: 'PostgreSQL, 2 web processes', database: 'postgresql', webProcesses: 2 };
/** The short run leaves out what it starts in other parts or in the largest setup. */
const setups = fullOrShort<readonly Setup[]>(
  [
    { name: 'SQLite, 1 process', database: 'sqlite', webProcesses: 1 },
    { name: 'PostgreSQL, 1 web process', database: 'postgresql', webProcesses: 1 },
    largest,
  ],
  [largest],
);

type Figure = readonly [name: string, inWords: string];

/**
 * Measures checkouts from the order to the receipt on SQLite, and on PostgreSQL with one and two web processes and a
 * worker. Buyers, proxy and sandbox share the machine, so the processor time per checkout says more than the rate.
 */
export async function measureScale() {
  const columns: Figure[][] = [];
  for (const { name, ...setup } of setups) {
    const servers = await startServers({ name: 'scale', ...setup });
    try {
      console.log(`  measuring ${name}`);
      columns.push(await measureSetup(servers));
      if (name === largest.name) await measureCommits(servers.databaseUrl);
    } finally {
      closeStreams();
      await servers.stop();
    }
  }
  printTable(
    `${CHECKOUTS} checkouts from the order to the receipt, shown on a waiting page`,
    ['', ...setups.map(({ name }) => name)],
    (columns[0] ?? []).map(([name], row) => [name, ...columns.map((column) => column[row]?.[1] ?? '')]),
  );
}

async function measureSetup(servers: Servers): Promise<Figure[]> {
  await Promise.all([servers.seqr.start(), servers.shop.start()]);
  await Promise.all([raiseStock(servers), topUpPayer(servers.seqr.address)]);
  const shop = eventShop(servers);
  const times: number[] = [];
  const buy = async () => void times.push(await payToReceipt(shop));
  await inLanes(MANY, WARM_UP, buy);
  times.length = 0;
  await inLanes(FEW, CHECKOUTS / 2, buy);
  const quiet = times.splice(0).sort((a, b) => a - b);
  const before = readProcessors(servers);
  const { done, rate } = await inLanes(MANY, CHECKOUTS, buy);
  const used = readProcessors(servers).map((seconds, index) => ((seconds - (before[index] ?? 0)) / done) * 1000);
  const busy = times.sort((a, b) => a - b);
  const [web = 0, worker = 0, database = 0, sandbox = 0] = used;
  return [
    ['checkouts per second', rate.toFixed(1)],
    [`payment to receipt, ${FEW} buyers, p50`, inMilliseconds(percentile(quiet, 0.5))],
    ['p99', inMilliseconds(percentile(quiet, 0.99))],
    [`payment to receipt, ${MANY} buyers, p50`, inMilliseconds(percentile(busy, 0.5))],
    ['p99', inMilliseconds(percentile(busy, 0.99))],
    ['processor time per checkout: pages and routes', inMilliseconds(web)],
    ['worker', inMilliseconds(worker)],
    ['PostgreSQL', inMilliseconds(database)],
    ['sandbox (not the shop)', inMilliseconds(sandbox)],
  ];
}

/** Returns the processor seconds of the web processes, the worker if it is separate, PostgreSQL and the sandbox. */
function readProcessors({ shop, postgresql, seqr }: Servers): number[] {
  const webs = shop.webs.map((server) => processorSeconds(server.pid()));
  const worker = shop.webs.includes(shop.worker) ? 0 : processorSeconds(shop.worker.pid());
  const database = postgresql ? processorSeconds(postgresql.pid()) : 0;
  return [webs.reduce((sum, seconds) => sum + seconds, 0), worker, database, processorSeconds(seqr.pid())];
}

/** Returns the milliseconds from the payer's confirmation until the page has the receipt. */
async function payToReceipt(shop: DrivenShop): Promise<number> {
  const order = await shop.order();
  const page = shop.wait(order);
  try {
    await page.opened;
    const confirmed = performance.now();
    await Promise.all([payInApp(shop.seqr, order.invoiceReference), page.paid]);
    await shop.receipt(order);
    return performance.now() - confirmed;
  } finally {
    page.close();
  }
}

/** Measures what NOTIFY costs. Commits that notify wait for each other; other commits share a write to the disk. */
async function measureCommits(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: MANY });
  await pool.query('CREATE TABLE "Commits" (id SERIAL PRIMARY KEY)');
  const insert = 'INSERT INTO "Commits" DEFAULT VALUES';
  const commitsPerSecond = async (connections: number, statement: string) => {
    let commits = 0;
    const until = performance.now() + COMMIT_SECONDS * 1000;
    const lane = async () => {
      for (; performance.now() < until; commits += 1) await pool.query(statement);
    };
    await Promise.all(Array.from({ length: connections }, lane));
    return Math.round(commits / COMMIT_SECONDS);
  };
  const rows = [];
  for (const [name, statement] of [
    ['commits', insert],
    ['commits that notify', `${insert}; SELECT pg_notify('bench', '')`],
  ] as const) {
    rows.push([name, await commitsPerSecond(1, statement), await commitsPerSecond(MANY, statement)]);
  }
  await pool.end();
  printTable('PostgreSQL alone, per second', ['', '1 connection', `${MANY} connections`], rows);
}

function inMilliseconds(value: number): string {
  return Number.isFinite(value) ? `${value.toFixed(0)} ms` : '–';
}
