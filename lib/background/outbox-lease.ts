import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { log } from '../log';
import { processGlobal } from '../process-global';

type Row = { readonly id: number; readonly nextAt: Date | null; readonly attempts: number };
type Change = Prisma.OutboxUncheckedUpdateManyInput;

/** A request that the ending process has sent may still be on its way. */
const RETURN_SECONDS = 2;

/**
 * Runs `work` if this process gets the lease of an outbox row, and writes the change that `work` returns. A lease moves
 * the row's `nextAt` forward by `seconds` and is renewed during the work. So no other process repeats slow work, and a
 * crash only delays it. `attempts` identifies the lease. If another process has the lease when the work ends, a success
 * is still written, but a failure is ignored.
 */
export async function withLease(row: Row, seconds: number, work: () => Promise<Change>): Promise<void> {
  const { id, nextAt, attempts } = row;
  const lease = () => ({ nextAt: secondsAfter(now(), seconds) });
  if (!(await change(id, { nextAt }, { ...lease(), attempts: attempts + 1 }))) return;
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
  await change(id, outcome.doneAt ? {} : own, outcome);
}

/**
 * Returns the leases of effects that this process has started but not finished, so that another process runs them two
 * seconds later. Called just before the process ends. As after a crash, such an effect may already have happened.
 */
export async function returnEffects(): Promise<void> {
  await Promise.all([...heldLeases()].map((returnLease) => returnLease()));
}

function heldLeases(): Set<() => Promise<void>> {
  return processGlobal('outbox-leases', () => new Set<() => Promise<void>>());
}

async function change(id: number, where: Prisma.OutboxWhereInput, data: Change): Promise<boolean> {
  const { count } = await db().write((tx) => tx.outbox.updateMany({ where: { id, ...where }, data }), `outbox ${id}`);
  return count === 1;
}
