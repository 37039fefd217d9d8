// One run: start, trouble, rest, judgement. Returns what the table says.
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openBooks, readOrders, readStock } from './books.mjs';
import { buy } from './buyer.mjs';
import { checkBuyers } from './check-buyers.mjs';
import { checkOrder, lateBy } from './check-orders.mjs';
import { checkLogs, checkReport, checkStock, watchStock } from './check-shop.mjs';
import { strike, whyNot } from './disasters.mjs';
import { PROMISE_MS as ANSWER_MS, newLedger, seqrClient, shopClient } from './http.mjs';
import { signIn } from './merchant.mjs';
import { newProgress } from './progress.mjs';
import { fetchReport } from './report-of-seqr.mjs';
import { comeToRest } from './rest.mjs';
import { startServers } from './servers.mjs';
import { overlapMs, watchStalls } from './stalls.mjs';

/** Rich enough for a long run. */
const payers = Array.from({ length: 16 }, (_, n) => `chaos-${n}`);
/** I7: SEQR says PAID and the shop does not know it for longer than this. */
const PROMISE_MS = 60_000;

export async function runPlan(plan, { name, tree, lanes }) {
  const servers = await startServers({ name, tree });
  const started = performance.now();
  const machine = watchStalls(servers.folder);
  try {
    const { units, goods } = stockGoods(servers.shopDb, plan);
    await Promise.all([servers.seqr.start(), servers.shop.start()]);
    const world = newWorld(servers, goods);
    await Promise.all(payers.map((id) => world.seqr.payer(id, { balance: { SEK: '9999999.00' } })));
    world.merchant = await signIn(world);
    const books = openBooks(servers.folder);
    const stock = watchStock(books, units);
    const buyers = await trouble(plan, world, stock, lanes);
    const rested = await comeToRest(world, (what) => console.log(`  waiting ${what}`));
    const findings = [...stock.findings(), ...(await judge(buyers, world, books, units))];
    findings.push(...slowAnswers(world.ledger, [...machine.stalls, ...servers.shop.outages]));
    if (!rested) findings.push({ kind: 'rest', order: 'the shop', text: 'something still waits' });
    const late = readOrders(books).flatMap(({ attempts }) =>
      attempts.map((attempt) => lateBy(attempt, world.outages())),
    );
    const counts = countStates(books);
    books.close();
    world.merchant.close();
    return {
      plan,
      findings,
      counts,
      survived: world.survived,
      skipped: world.skipped,
      ledger: world.ledger,
      stalledMs: overlapMs(machine.stalls, 0, Number.POSITIVE_INFINITY),
      outcomes: countBy(buyers, ({ outcome }) => outcome),
      longestMs: Math.max(0, ...late),
      seconds: Math.round((performance.now() - started) / 1000),
      folder: servers.folder,
    };
  } finally {
    await Promise.all([servers.shop.stop(), servers.seqr.stop(), machine.stop()]);
  }
}

function newWorld(servers, goods) {
  const ledger = newLedger();
  return {
    servers,
    goods,
    payers,
    ledger,
    shop: shopClient(servers.shop, ledger),
    shopAddress: servers.shop.address,
    seqr: seqrClient(servers.seqr),
    /** Faults brought about, by name. */
    survived: new Map(),
    skipped: new Map(),
    reversals: new Set(),
    outages: () => [...servers.shop.outages, ...servers.seqr.outages],
  };
}

/** Plenty of most goods, and of one too little for all who want it. */
function stockGoods(path, { orders }) {
  const db = new Database(path);
  const slugs = db.prepare('SELECT slug FROM Product ORDER BY slug').pluck().all();
  const [scarce, ...plenty] = slugs;
  const wanted = orders.filter((order) => order.scarce).reduce((sum, { quantity }) => sum + quantity, 0);
  const units = new Map(slugs.map((slug) => [slug, slug === scarce ? Math.ceil(wanted / 2) : 1_000_000]));
  for (const [slug, stock] of units)
    db.prepare('UPDATE Product SET stock = ?, published = 1 WHERE slug = ?').run(stock, slug);
  db.close();
  return { units, goods: { scarce, plenty: plenty.slice(0, 8) } };
}

/** All buyers, `lanes` at a time, and what befalls the machine meanwhile, one disaster after the other. */
async function trouble(plan, world, stock, lanes) {
  const progress = newProgress(plan.orders.length);
  const buyers = [];
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
      await strike(disaster, world);
      now = '';
      world.survived.set(disaster.kind, (world.survived.get(disaster.kind) ?? 0) + 1);
    }
  };
  const timer = setInterval(() => {
    progress.show(buyers.length, now);
    stock.look();
  }, 250);
  try {
    const suffering = misfortune();
    await Promise.all(Array.from({ length: lanes }, lane));
    over = true;
    await suffering;
  } finally {
    clearInterval(timer);
    progress.show(buyers.length, '');
    progress.end();
  }
  return buyers;
}

async function judge(buyers, world, books, units) {
  const isReversed = (reference) => world.reversals.has(reference);
  const orders = readOrders(books);
  const terms = { isReversed, promiseMs: PROMISE_MS, outages: world.outages() };
  return [
    ...orders.flatMap((order) => checkOrder(order, terms)),
    ...checkStock(orders, readStock(books), units),
    ...checkReport(orders, await fetchReport(world.seqr), isReversed),
    ...(await checkBuyers(buyers, orders, world.shop, isReversed)),
    ...checkLogs([world.servers.shop.logFile, world.servers.seqr.logFile], orders),
    ...world.ledger.improper.map((text) => ({ kind: 'answer', order: 'the shop', text })),
  ];
}

/** What took longer than promised; not counted is the time in which the shop was starting again, or the machine stood still. */
function slowAnswers({ slow }, excuses) {
  return slow
    .map((answer) => ({ ...answer, excused: overlapMs(excuses, answer.from, answer.to) }))
    .filter(({ tookMs, excused }) => tookMs - excused > ANSWER_MS)
    .map(({ name, tookMs, when, excused }) => ({
      kind: 'answer',
      order: 'the shop',
      text: `${name}: took ${tookMs} ms, ${when}; for ${excused} of them it was killed or the machine stood still`,
    }));
}

function countStates({ shop }) {
  const rows = shop.prepare('SELECT state, count(*) AS count FROM "Order" GROUP BY state').all();
  const doubt = shop.prepare("SELECT count(*) FROM Refund WHERE state = 'UNKNOWN'").pluck().get();
  const unknown = shop.prepare("SELECT count(*) FROM Payment WHERE state = 'UNKNOWN'").pluck().get();
  return { ...Object.fromEntries(rows.map(({ state, count }) => [state, count])), doubt, unknown };
}

function countBy(list, key) {
  const counts = {};
  for (const item of list) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}
