// Lets things come to rest: the faults end, both processes are up, and what the shop promises to do by itself is waited
// for. Time that would have to pass (15 minutes to pay, pauses between retries) is moved in the database instead.
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { openBooks } from './books.mjs';
import { SEQR_TIMEOUT } from './servers.mjs';

/** The slowest of the watcher's intervals and a retry, on a machine that is busy with other things. */
const LEARNING_MS = 30_000;
const SETTLING_MS = 45_000;
const REVERSAL_SECONDS = 25;

export async function comeToRest(world, say) {
  await world.seqr.endFaults();
  const books = openBooks(world.servers.folder);
  const writer = new Database(world.servers.shopDb, { timeout: 10_000 });
  const count = (db, sql) => db.prepare(sql).pluck().get();
  try {
    say('until the shop knows what was paid');
    const unasked =
      "SELECT count(*) FROM Invoice WHERE confirmingBy IS NOT NULL OR (status = 'PAID' AND acknowledgedAt IS NULL)";
    await until(() => count(books.seqr, unasked) === 0, LEARNING_MS);
    const unknown = 'SELECT count(*) FROM Payment WHERE openOrderId IS NOT NULL AND invoiceReference = ?';
    const paid = books.seqr.prepare("SELECT reference FROM Invoice WHERE status = 'PAID'").pluck();
    const isOpen = books.shop.prepare(unknown).pluck();
    await until(() => paid.all().every((reference) => isOpen.get(reference) === 0), LEARNING_MS);
    // From here on SEQR takes back what nobody asked for.
    await world.seqr.advance(REVERSAL_SECONDS);
    say('until what is unpaid has expired and nothing waits to leave the shop');
    const waiting =
      `SELECT (SELECT count(*) FROM "Order" WHERE state = 'PENDING') + (SELECT count(*) FROM Outbox WHERE nextAt IS NOT NULL)` +
      ` + (SELECT count(*) FROM Refund WHERE state = 'REQUESTED') + (SELECT count(*) FROM Payment WHERE openOrderId IS NOT NULL)`;
    const passTime = moveTime(writer);
    return await until(
      () => {
        passTime();
        return count(books.shop, waiting) === 0;
      },
      SETTLING_MS + SEQR_TIMEOUT * 1000,
    );
  } finally {
    writer.close();
    books.close();
  }
}

/** As if an hour had passed for what only waits. */
function moveTime(db) {
  const earlier = (time) =>
    typeof time === 'number'
      ? time - 3_600_000
      : new Date(Date.parse(time) - 3_600_000).toISOString().replace('Z', '+00:00');
  const orders = db.prepare(`SELECT id, expiresAt FROM "Order" WHERE state = 'PENDING'`);
  const outbox = db.prepare('SELECT id, nextAt FROM Outbox WHERE nextAt IS NOT NULL AND attempts > 0');
  const expire = db.prepare('UPDATE "Order" SET expiresAt = ? WHERE id = ?');
  const expirePayment = db.prepare('UPDATE Payment SET expiresAt = ? WHERE openOrderId = ?');
  const hasten = db.prepare('UPDATE Outbox SET nextAt = ? WHERE id = ? AND nextAt = ?');
  return () => {
    const now = new Date();
    for (const { id, expiresAt } of orders.all()) {
      if (Date.parse(expiresAt) < now.getTime()) continue;
      expire.run(earlier(expiresAt), id);
      expirePayment.run(earlier(expiresAt), id);
    }
    for (const { id, nextAt } of outbox.all()) {
      const away = Date.parse(nextAt) - now.getTime();
      // A lease (30 s) is left alone: somebody is at it.
      if (away > 1000 && away < 20_000) hasten.run(earlier(nextAt), id, nextAt);
    }
  };
}

/** Whether it came true in time. */
async function until(isSo, patienceMs) {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (isSo()) return true;
    await pause(200);
  }
  return isSo();
}
