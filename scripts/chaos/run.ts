// Carries out one run: starts the servers, causes the failures, waits for rest, and checks the result.
import { setTimeout as pause } from 'node:timers/promises';
import { type Books, openBooks, readOrders, readStock } from './books';
import { buy } from './buyer';
import { checkBuyers } from './check-buyers';
import { checkOrder, lateBy } from './check-orders';
import { checkLogs, checkReport, checkStock, watchStock } from './check-shop';
import type { ShopDatabase } from './database';
import { strike, whyNot } from './disasters';
import type { Finding, Span } from './finding';
import { PROMISE_MS as ANSWER_MS, type Ledger, newLedger, seqrClient, shopClient } from './http';
import { signIn } from './merchant';
import type { Plan } from './plan';
import { watchProcessors } from './processors';
import { newProgress } from './progress';
import { randomFrom } from './random';
import { fetchReport } from './report-of-seqr';
import { waitForRest } from './rest';
import { type DatabaseKind, type Servers, startServers } from './servers';
import { overlapMs, watchStalls } from './stalls';
import type { Buyer, Goods, World } from './world';

/** Enough payers and money for a long run. */
const payers = Array.from({ length: 16 }, (_, n) => `chaos-${n}`);
/** The longest time that the shop may take to record a payment. */
const PROMISE_MS = 60_000;
/** Interval at which the merchants check the back office. */
const DECIDE_EVERY_MS = 1000;
/** If a smaller share of the processors is idle while SEQR waits, a reversal is blamed on the machine. */
const EXHAUSTED = 0.05;

type Options = {
  readonly name: string;
  readonly tree?: string | undefined;
  readonly lanes: number;
  readonly database: DatabaseKind;
  readonly webProcesses: number;
};
export type Result = Awaited<ReturnType<typeof runPlan>>;

export async function runPlan(plan: Plan, { name, tree, lanes, database, webProcesses }: Options) {
  const servers = await startServers({ name, tree, database, webProcesses });
  const started = performance.now();
  const machine = watchStalls(servers.folder);
  const processors = watchProcessors();
  const books = openBooks(servers);
  try {
    const { units, goods } = await stockGoods(books.shop, plan);
    await Promise.all([servers.seqr.start(), servers.shop.start()]);
    const clients = newClients(servers);
    await Promise.all(payers.map((id) => clients.seqr.payer(id, { balance: { SEK: '9999999.00' } })));
    const survived = new Map<string, number>();
    const { shop } = clients;
    const merchants = await signIn({ shop, survived }, books, randomFrom(`${plan.seed}/merchants`));
    const world = newWorld(servers, clients, { books, goods, merchants, survived });
    const stock = watchStock(books, units);
    const buyers = await trouble(plan, world, stock, lanes);
    const idle = processors.idleShare();
    const isAtRest = await waitForRest(world, (what) => console.log(`  waiting ${what}`));
    // With a deliberate bug, a finding must not be blamed on the machine.
    const isStarved = (span: Span) => !tree && processors.idleShare(span) < EXHAUSTED;
    const findings = [...stock.findings(), ...(await judge(buyers, world, units, isStarved))];
    findings.push(...slowAnswers(world.ledger, [...machine.stalls, ...silences(servers)]));
    if (!isAtRest) findings.push({ kind: 'rest', order: 'the shop', text: 'some work is still waiting' });
    const late = (await readOrders(books)).flatMap(({ attempts }) =>
      attempts.map((attempt) => lateBy(attempt, world.outages())),
    );
    const counts = await countStates(books);
    const incidents = await countIncidents(books);
    return {
      plan,
      findings,
      counts,
      incidents,
      survived: world.survived,
      skipped: world.skipped,
      ledger: world.ledger,
      idle,
      stalledMs: overlapMs(machine.stalls, 0, Number.POSITIVE_INFINITY),
      outcomes: countBy(buyers, ({ outcome }) => outcome),
      longestMs: Math.max(0, ...late),
      seconds: Math.round((performance.now() - started) / 1000),
      folder: servers.folder,
    };
  } finally {
    processors.stop();
    await books.close();
    await Promise.all([servers.stop(), machine.stop()]);
  }
}

type Clients = ReturnType<typeof newClients>;

function newClients(servers: Servers) {
  const ledger = newLedger();
  const interruptions = () => [...servers.shop.webs.flatMap(({ outages }) => outages), ...servers.database.outages];
  return { ledger, shop: shopClient(servers.shop.address, interruptions, ledger), seqr: seqrClient(servers.seqr) };
}

/** The spans in which no web process could answer. */
function silences({ shop, database }: Servers): Span[] {
  const [only, ...others] = shop.webs;
  return [...database.outages, ...(only && others.length === 0 ? only.outages : [])];
}

function newWorld(
  servers: Servers,
  clients: Clients,
  others: Pick<World, 'books' | 'goods' | 'merchants' | 'survived'>,
): World {
  return {
    servers,
    ...clients,
    ...others,
    payers,
    shopAddress: servers.shop.address,
    skipped: new Map(),
    reversals: new Set(),
    outages: () => [...servers.shop.worker.outages, ...servers.database.outages, ...servers.seqr.outages],
  };
}

/** Puts ample stock of most products into the shop, and too little of one. */
async function stockGoods(
  { rows }: ShopDatabase,
  { orders }: Plan,
): Promise<{ units: Map<string, number>; goods: Goods }> {
  const slugs = (await rows<{ slug: string }>('SELECT slug FROM "Product" ORDER BY slug')).map(({ slug }) => slug);
  const [scarce, ...plenty] = slugs;
  if (scarce === undefined) throw new Error('the shop under test has no products');
  const wanted = orders.filter((order) => order.scarce).reduce((sum, { quantity }) => sum + quantity, 0);
  const units = new Map(slugs.map((slug) => [slug, slug === scarce ? Math.ceil(wanted / 2) : 1_000_000]));
  for (const [slug, stock] of units)
    await rows('UPDATE "Product" SET stock = ?, published = true WHERE slug = ?', stock, slug);
  return { units, goods: { scarce, plenty: plenty.slice(0, 8) } };
}

/** Runs all buyers, `lanes` at a time, and the disasters one after the other. */
async function trouble(
  plan: Plan,
  world: World,
  stock: ReturnType<typeof watchStock>,
  lanes: number,
): Promise<Buyer[]> {
  const progress = newProgress(plan.orders.length);
  const buyers: Buyer[] = [];
  let begun = 0;
  let over = false;
  let now = '';
  const queue = plan.orders.values();
  const lane = async () => {
    for (const order of queue) {
      begun += 1;
      buyers.push(await buy(order, world));
    }
  };
  const misfortune = async () => {
    for (const disaster of plan.disasters) {
      while (begun < disaster.after && !over) await pause(20);
      if (over) return;
      const reason = whyNot(disaster.kind);
      if (reason) world.skipped.set(disaster.kind, reason);
      if (reason) continue;
      now = disaster.kind;
      const name = await strike(disaster, world);
      now = '';
      world.survived.set(name, (world.survived.get(name) ?? 0) + 1);
    }
  };
  const deciding = async () => {
    while (!over) {
      await world.merchants.endIncidents();
      await pause(DECIDE_EVERY_MS);
    }
  };
  const timer = setInterval(() => {
    progress.show(buyers.length, now);
  }, 250);
  const looking = async () => {
    for (; !over; await pause(250)) await stock.look();
  };
  try {
    const buying = Promise.all(Array.from({ length: lanes }, lane)).finally(() => {
      over = true;
    });
    // The first failure ends the run and its servers.
    await Promise.all([buying, misfortune(), deciding(), looking()]);
  } finally {
    clearInterval(timer);
    progress.show(buyers.length, '');
    progress.end();
  }
  return buyers;
}

async function judge(
  buyers: readonly Buyer[],
  world: World,
  units: ReadonlyMap<string, number>,
  isStarved: (span: Span) => boolean,
): Promise<Finding[]> {
  const { books, servers } = world;
  const isReversed = (reference: string | null) => reference !== null && world.reversals.has(reference);
  const orders = await readOrders(books);
  const terms = { isReversed, promiseMs: PROMISE_MS, outages: world.outages(), isStarved };
  const logs = [...servers.shop.processes, servers.seqr].map(({ logFile }) => logFile);
  return [
    ...orders.flatMap((order) => checkOrder(order, terms)),
    ...checkStock(orders, await readStock(books), units),
    ...checkReport(orders, await fetchReport(world.seqr), isReversed),
    ...(await checkBuyers(buyers, orders, world.shop)),
    ...checkLogs(logs, orders, servers.databaseUrl),
    ...world.ledger.improper.map((text): Finding => ({ kind: 'answer', order: 'the shop', text })),
  ];
}

/** Finds answers that took too long. Time in which the shop was down or the machine was stalled does not count. */
function slowAnswers({ slow }: Ledger, excuses: readonly Span[]): Finding[] {
  return slow
    .map((answer) => ({ ...answer, excused: overlapMs(excuses, answer.from, answer.to) }))
    .filter(({ tookMs, excused }) => tookMs - excused > ANSWER_MS)
    .map(({ name, tookMs, when, excused }) => ({
      kind: 'answer',
      order: 'the shop',
      text: `${name}: took ${tookMs} ms, ${when}; for ${excused} ms of these, the shop was down or the machine was stalled`,
    }));
}

type StateCounts = Record<string, number> & { readonly doubt: number; readonly unknown: number };

async function countStates({ shop }: Books): Promise<StateCounts> {
  const rows = await shop.rows<{ state: string; count: number }>(
    'SELECT state, count(*) AS count FROM "Order" GROUP BY state',
  );
  const doubt = await shop.rows(`SELECT 1 FROM "Refund" WHERE state = 'UNKNOWN'`);
  const unknown = await shop.rows(`SELECT 1 FROM "Payment" WHERE state = 'UNKNOWN'`);
  const states = Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  return { ...states, doubt: doubt.length, unknown: unknown.length };
}

/** Counts how incidents ended, by kind. */
async function countIncidents({ shop }: Books): Promise<{ name: string; count: number }[]> {
  const rows = await shop.rows<{ kind: string; outcome: string | null; count: number }>(
    'SELECT kind, outcome, count(*) AS count FROM "Incident" GROUP BY kind, outcome ORDER BY kind, outcome',
  );
  return rows.map(({ kind, outcome, count }) => ({ name: `${kind}: ${outcome ?? 'open'}`, count }));
}

function countBy<Item>(list: readonly Item[], key: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of list) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
