import { now, secondsAfter } from '../clock';
import { db, type Tx } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { log } from '../log';
import type { Conclusion } from '../outbox/effect';
import { processGlobal } from '../process-global';

type Row = { readonly id: number; readonly nextAt: Date | null; readonly attempts: number };
type Change = Prisma.OutboxUncheckedUpdateManyInput;
/** The change of the outbox row. `conclusion` is written in the same transaction if the effect succeeded. */
export type Outcome = { readonly change: Change; readonly conclusion?: Conclusion | null };

/**
 * How long other processes wait for a released lease, because a request that this process sent may still be in
 * progress.
 */
const RETURN_SECONDS = 2;

/**
 * Runs `work` if this process gets the lease of an outbox row, and writes the outcome that `work` returns. A lease moves
 * the row's `nextAt` forward by `seconds` and is renewed during the work. So no other process repeats slow work, and a
 * crash only delays it. `attempts` identifies the lease. If another process has the lease when the work ends, a success
 * is still written, but a failure is ignored.
 */
export async function withLease(row: Row, seconds: number, work: () => Promise<Outcome>): Promise<void> {
  const { id, nextAt, attempts } = row;
  const lease = () => ({ nextAt: secondsAfter(now(), seconds) });
  if (!(await takeLease(id, { nextAt }, { ...lease(), attempts: attempts + 1 }))) return;
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
  const outcome = await work().finally(() => {
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
  conclusion: Conclusion | null = null,
): Promise<boolean> {
  const scope = `outbox ${id}`;
  return db().write(
    async (tx) => {
      await conclusion?.write(tx);
      return changeRow(tx, id, where, data);
    },
    conclusion ? [scope, conclusion.scope] : scope,
  );
}

async function changeRow(tx: Tx, id: number, where: Prisma.OutboxWhereInput, data: Change): Promise<boolean> {
  const { count } = await tx.outbox.updateMany({ where: { id, ...where }, data });
  return count === 1;
}

type Taking = {
  readonly id: number;
  readonly take: (tx: Tx) => Promise<boolean>;
  readonly resolve: (isTaken: boolean) => void;
  readonly reject: (error: unknown) => void;
};

let waiting: Taking[] = [];

/** Takes a lease. Leases that are requested at the same time share a commit. */
function takeLease(id: number, where: Prisma.OutboxWhereInput, data: Change): Promise<boolean> {
  return new Promise((resolve, reject) => {
    waiting.push({ id, take: (tx) => changeRow(tx, id, where, data), resolve, reject });
    if (waiting.length === 1) queueMicrotask(takeWaiting);
  });
}

async function takeWaiting(): Promise<void> {
  const batch = waiting;
  waiting = [];
  try {
    const taken = await db().write(
      async (tx) => {
        const taken: boolean[] = [];
        for (const { take } of batch) taken.push(await take(tx));
        return taken;
      },
      batch.map(({ id }) => `outbox ${id}`),
    );
    for (const [n, { resolve }] of batch.entries()) resolve(taken[n] ?? false);
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
