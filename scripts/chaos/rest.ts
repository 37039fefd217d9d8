// Waits for the system to settle: ends the faults, has the merchants end the incidents, and waits for the shop's
// background work. Long waits (15 minutes to pay, pauses between retries) are skipped by changing the database.
import { setTimeout as pause } from 'node:timers/promises';
import { timeOf } from './books';
import type { ShopDatabase } from './database';
import { SEQR_TIMEOUT } from './servers';
import type { World } from './world';

/** The longest of the watcher's intervals plus a retry, on a busy machine. */
const LEARNING_MS = 30_000;
const SETTLING_MS = 45_000;
const REVERSAL_SECONDS = 25;

export async function waitForRest(world: World, say: (what: string) => void): Promise<boolean> {
  await world.seqr.endFaults();
  const { shop, seqr } = world.books;
  say('until the shop knows what was paid');
  const unasked = seqr
    .prepare<[], number>(
      "SELECT count(*) FROM Invoice WHERE confirmingBy IS NOT NULL OR (status = 'PAID' AND acknowledgedAt IS NULL)",
    )
    .pluck();
  await until(() => unasked.get() === 0, LEARNING_MS);
  const paid = seqr.prepare<[], string>("SELECT reference FROM Invoice WHERE status = 'PAID'").pluck();
  const open = 'SELECT "invoiceReference" AS reference FROM "Payment" WHERE "openOrderId" IS NOT NULL';
  await until(async () => {
    await world.merchants.endIncidents();
    const waiting = new Set((await shop.rows<{ reference: string | null }>(open)).map(({ reference }) => reference));
    return paid.all().every((reference) => !waiting.has(reference));
  }, LEARNING_MS);
  // From here on SEQR reverses unconfirmed payments.
  await world.seqr.advance(REVERSAL_SECONDS);
  say('until unpaid orders have expired and the outbox is empty');
  // Does not wait for the mail that sums up many decisions, because it is due only at the end of the hour.
  const unfinished = `SELECT 1 FROM "Order" WHERE state = 'PENDING'
    UNION ALL SELECT 1 FROM "Outbox" WHERE "nextAt" IS NOT NULL AND kind <> 'mail-attention-more'
    UNION ALL SELECT 1 FROM "Incident" WHERE "endedAt" IS NULL
    UNION ALL SELECT 1 FROM "Refund" WHERE state = 'REQUESTED'
    UNION ALL SELECT 1 FROM "Payment" WHERE "openOrderId" IS NOT NULL`;
  return await until(
    async () => {
      await passTime(shop);
      await world.merchants.endIncidents();
      return (await shop.rows(unfinished)).length === 0;
    },
    SETTLING_MS + SEQR_TIMEOUT * 1000,
  );
}

/** Makes unfinished work due now, by moving its due times back an hour. */
async function passTime({ rows }: ShopDatabase): Promise<void> {
  const earlier = (time: string | number) =>
    typeof time === 'number'
      ? time - 3_600_000
      : new Date(Date.parse(time) - 3_600_000).toISOString().replace('Z', '+00:00');
  const now = Date.now();
  const orders = await rows<{ id: string; expiresAt: string | number }>(
    `SELECT id, "expiresAt" FROM "Order" WHERE state = 'PENDING'`,
  );
  for (const { id, expiresAt } of orders) {
    if (timeOf(expiresAt) < now) continue;
    await rows('UPDATE "Order" SET "expiresAt" = ? WHERE id = ?', earlier(expiresAt), id);
    await rows('UPDATE "Payment" SET "expiresAt" = ? WHERE "openOrderId" = ?', earlier(expiresAt), id);
  }
  const outbox = await rows<{ id: number; nextAt: string | number }>(
    'SELECT id, "nextAt" FROM "Outbox" WHERE "nextAt" IS NOT NULL AND attempts > 0',
  );
  for (const { id, nextAt } of outbox) {
    const away = timeOf(nextAt) - now;
    // Leases stay as they are, because their work is in progress: calls have up to 10 s left, mails 20 to 30 s.
    if (away < 10_000 || away > 20_000) continue;
    await rows('UPDATE "Outbox" SET "nextAt" = ? WHERE id = ? AND "nextAt" = ?', earlier(nextAt), id, nextAt);
  }
}

/** Whether the condition became true in time. */
async function until(isSo: () => boolean | Promise<boolean>, maxWaitMs: number): Promise<boolean> {
  const deadline = Date.now() + maxWaitMs;
  while (Date.now() < deadline) {
    if (await isSo()) return true;
    await pause(200);
  }
  return isSo();
}
