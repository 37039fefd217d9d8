import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import { isDatabaseFailure } from '../db/database-failure';
import type { Prisma } from '../db/generated/client';
import { log } from '../log';
import type { JoinedWrite } from '../outbox/effect';
import { processGlobal } from '../process-global';

type Row = { readonly id: number; readonly nextAt: Date | null; readonly attempts: number };
type Change = Prisma.OutboxUncheckedUpdateManyInput;
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
 * lease when the work ends, a success is still written, but a failure is ignored.
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
  await change(id, isSuccess ? {} : own, outcome.change, isSuccess ? outcome.conclusion : null);
}

/**
 * Releases the leases of effects that this process has started but not finished, so that another process runs them two
 * seconds later. Called just before the process ends. As after a crash, such an effect may already have happened.
 */
export async function returnEffects(): Promise<void> {
  await Promise.all([...heldLeases()].map((returnLease) => returnLease()));
}

function heldLeases(): Set<() => Promise<void>> {
  return processGlobal('outbox-leases', () => new Set<() => Promise<void>>());
}

async function change(
  id: number,
  where: Prisma.OutboxWhereInput,
  data: Change,
  conclusion: JoinedWrite | null = null,
): Promise<boolean> {
  return db().write(
    async (tx) => {
      await conclusion?.write(tx);
      return changeRow(tx, id, where, data);
    },
    [scopeOf(id), ...(conclusion?.scopes ?? [])],
  );
}

function scopeOf(id: number): string {
  return `outbox ${id}`;
}

async function changeRow(tx: Tx, id: number, where: Prisma.OutboxWhereInput, data: Change): Promise<boolean> {
  const { count } = await tx.outbox.updateMany({ where: { id, ...where }, data });
  return count === 1;
}

/** `failure`: the lease was taken, but the record could not be written. */
type Lease = 'taken' | 'lost' | { readonly failure: unknown };

type Taking = {
  readonly id: number;
  readonly take: (tx: Tx) => Promise<boolean>;
  readonly record: JoinedWrite | undefined;
  readonly resolve: (lease: Lease) => void;
  readonly reject: (error: unknown) => void;
};

const waiting: Taking[] = [];

/** Takes a lease and writes the record. Leases that are requested at the same time share a commit. */
function takeLease(id: number, where: Prisma.OutboxWhereInput, data: Change, record?: JoinedWrite): Promise<Lease> {
  return new Promise((resolve, reject) => {
    waiting.push({ id, take: (tx) => changeRow(tx, id, where, data), record, resolve, reject });
    if (waiting.length === 1) queueMicrotask(() => void takeAll(waiting.splice(0)));
  });
}

/** An invalid record must not fail the others: after a failure, each lease is taken alone. */
async function takeAll(batch: readonly Taking[]): Promise<void> {
  try {
    const taken = await writeLeases(batch);
    for (const [n, { resolve }] of batch.entries()) resolve(taken[n] ? 'taken' : 'lost');
  } catch (error) {
    const [first, ...others] = batch;
    if (isDatabaseFailure(error)) for (const { reject } of batch) reject(error);
    else if (others.length > 0) for (const one of batch) await takeAll([one]);
    else if (first) await takeWithoutRecord(first, error);
  }
}

async function takeWithoutRecord(taking: Taking, failure: unknown): Promise<void> {
  const { record, resolve, reject } = taking;
  if (!record) return reject(failure);
  await writeLeases([{ ...taking, record: undefined }]).then(
    ([taken]) => resolve(taken ? { failure } : 'lost'),
    reject,
  );
}

/** Returns for each lease whether it was taken. */
async function writeLeases(batch: readonly Taking[]): Promise<boolean[]> {
  const scopes = batch.flatMap(({ id, record }) => [scopeOf(id), ...(record?.scopes ?? [])]);
  return db().write(async (tx) => {
    const taken: boolean[] = [];
    for (const { take, record } of batch) {
      const isTaken = await take(tx);
      if (isTaken) await record?.write(tx);
      taken.push(isTaken);
    }
    return taken;
  }, scopes);
}
