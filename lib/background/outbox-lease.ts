import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { isDatabaseFailure } from '../db/database-failure';
import { type Columns, updateRows } from '../db/update-rows';
import { log } from '../log';
import type { JoinedWrite } from '../outbox/effect';
import { processGlobal } from '../process-global';
import { SharedCommits } from './shared-commits';

type Row = { readonly id: number; readonly nextAt: Date | null; readonly attempts: number };
type Change = Columns<'Outbox'>;
/** The change of the outbox row. `conclusion` is written in the same transaction if the effect succeeded. */
export type Outcome = { readonly change: Change; readonly conclusion?: JoinedWrite | null };

/**
 * How long other processes wait for a released lease, because a request that this process sent may still be in
 * progress.
 */
const RETURN_SECONDS = 2;

/**
 * Runs `work` if this process gets the lease of an outbox row, and writes the outcome that `work` returns. A lease moves
 * the row's `nextAt` forward by `seconds` and is renewed during the work. So no other process repeats slow work, and a
 * crash only delays it. `record` is written in the transaction that takes the lease. If that is impossible, the lease is
 * taken without it, and `work` is called with the failure. `attempts` identifies the lease. If another process has the
 * lease when the work ends, a success is still written, but a failure is ignored. Leases that are requested together share
 * a commit, as do the outcomes of work that ends within a tenth of a second.
 */
export async function withLease(
  row: Row,
  seconds: number,
  work: (failure: unknown) => Promise<Outcome>,
  record?: JoinedWrite,
): Promise<void> {
  const { id, nextAt, attempts } = row;
  const lease = () => ({ nextAt: secondsAfter(now(), seconds) });
  const taken = await takeLease(id, { nextAt }, { ...lease(), attempts: attempts + 1 }, record);
  if (taken === 'lost') return;
  const own = { attempts: attempts + 1, doneAt: null };
  const renewal = setInterval(
    () => {
      change(id, own, lease()).catch((error: unknown) =>
        log.warn({ outboxId: id, err: error }, 'outbox: the lease could not be renewed, will be retried'),
      );
    },
    (seconds * 1000) / 3,
  ).unref();
  const returnLease = async () => {
    clearInterval(renewal);
    await change(id, own, { nextAt: secondsAfter(now(), RETURN_SECONDS) });
  };
  heldLeases().add(returnLease);
  const outcome = await work(taken === 'taken' ? null : taken.failure).finally(() => {
    clearInterval(renewal);
    heldLeases().delete(returnLease);
  });
  const isSuccess = Boolean(outcome.change.doneAt);
  const conclusion = isSuccess ? outcome.conclusion : null;
  const write = async (tx: Tx) => {
    await conclusion?.write(tx);
    return changeRow(tx, id, isSuccess ? {} : own, outcome.change);
  };
  await commits().write(write, [scopeOf(id), ...(conclusion?.scopes ?? [])], heldLeases().size === 0);
}

/**
 * Runs `prepare`, which reads due rows and calls `withLease`. Leases share a commit with those of concurrent calls.
 */
export function requestLeases<T>(prepare: () => Promise<T>): Promise<T> {
  return commits().prepare(prepare);
}

/**
 * Releases the leases of effects that this process has started but not finished, so that another process runs them two
 * seconds later. Called just before the process ends. As after a crash, such an effect may already have happened.
 */
export async function returnEffects(): Promise<void> {
  await Promise.all([...heldLeases()].map((returnLease) => returnLease()).concat(commits().commit()));
}

function commits(): SharedCommits {
  return processGlobal('outbox-commits', () => new SharedCommits());
}

function heldLeases(): Set<() => Promise<void>> {
  return processGlobal('outbox-leases', () => new Set<() => Promise<void>>());
}

function change(id: number, where: Columns<'Outbox'>, data: Change): Promise<boolean> {
  return db().write((tx) => changeRow(tx, id, where, data), scopeOf(id));
}

function scopeOf(id: number): string {
  return `outbox ${id}`;
}

async function changeRow(tx: Tx, id: number, where: Columns<'Outbox'>, data: Change): Promise<boolean> {
  return (await updateRows(tx, 'Outbox', { id, ...where }, data)) === 1;
}

/** `failure`: the lease was taken, but the record could not be written. */
type Lease = 'taken' | 'lost' | { readonly failure: unknown };

/** Takes a lease and writes the record. */
async function takeLease(id: number, where: Columns<'Outbox'>, data: Change, record?: JoinedWrite): Promise<Lease> {
  const take = (tx: Tx) => changeRow(tx, id, where, data);
  const takeAndRecord = async (tx: Tx) => {
    const isTaken = await take(tx);
    if (isTaken) await record?.write(tx);
    return isTaken;
  };
  try {
    const isTaken = await commits().write(takeAndRecord, [scopeOf(id), ...(record?.scopes ?? [])], true);
    return isTaken ? 'taken' : 'lost';
  } catch (failure) {
    if (!record || isDatabaseFailure(failure)) throw failure;
    return (await commits().write(take, [scopeOf(id)], true)) ? { failure } : 'lost';
  }
}
