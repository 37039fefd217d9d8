import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { config } from '../config';
import { db } from '../db/client';
import { newKey } from '../ids';

const PATIENCE_MS = 4_000;

/**
 * Runs `writes` on PostgreSQL so that they interleave as badly as their locks allow: each is held at its first change of
 * `table`, after all its earlier reads, until all of them wait. Meanwhile, checks that a sale can be written.
 */
export async function interleave<T>(table: string, ...writes: readonly (() => Promise<T>)[]): Promise<T[]> {
  const other = new pg.Client(config().databaseUrl);
  await other.connect();
  try {
    await other.query('BEGIN');
    await other.query(`LOCK TABLE ${pg.escapeIdentifier(table)} IN EXCLUSIVE MODE`);
    const results = Promise.all(writes.map((write) => write()));
    results.catch(() => {});
    await untilWaiting(other, writes.length);
    const id = newKey();
    const sale = db().write((tx) => tx.endedSession.create({ data: { id, expiresAt: new Date(0) } }), id);
    const isSold = await Promise.race([sale.then(() => true), pause(PATIENCE_MS / 2, false, { ref: false })]);
    await other.query('COMMIT');
    await sale;
    if (!isSold) throw new Error(`A sale waited for a write of ${table}.`);
    return await results;
  } finally {
    await other.end();
  }
}

async function untilWaiting(client: pg.Client, count: number): Promise<void> {
  const sql = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (const until = performance.now() + PATIENCE_MS; ; await pause(10)) {
    const { rowCount } = await client.query(sql);
    if (rowCount === count) return;
    if (performance.now() > until) throw new Error(`${rowCount} of ${count} writes wait.`);
  }
}
