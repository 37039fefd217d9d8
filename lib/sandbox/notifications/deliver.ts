import { monotonicMs, secondsAfter } from '../../clock';
import { log } from '../../log';
import { timeOf } from '../core/clock';
import type { ClaimedNotification, Sandbox } from '../core/context';
import type { Tx } from '../database/client';
import type { Notification } from '../database/generated/client';
import { insertRows } from '../database/insert-rows';
import { updateRows } from '../database/update-rows';
import { faultScope } from '../invoices/fault-scope';
import { postNotification } from './post-notification';

type Claim = Pick<Notification, 'attempts' | 'dueAt'>;

/** Seconds between attempts. After the last, the merchant must poll. */
const PAUSES = [1, 2, 4, 8, 15, 30, 60, 300, 900, 3600];
/** A claimed notification is retried after this time if the process dies before storing the answer. */
const LEASE_SECONDS = 10;
const CONCURRENCY = 50;
const RETRY_WHEN_DOWN_SECONDS = 1;

/**
 * Starts sending due notifications, about 50 at a time (`sandbox.deliveries` contains those in progress). Returns the
 * time of the next one, or null if none is waiting or the limit is reached.
 */
export async function deliverDueNotifications(sandbox: Sandbox): Promise<Date | null> {
  const free = CONCURRENCY - sandbox.deliveries.size;
  if (free <= 0) return null;
  const due = await sandbox.db.read.notification.findMany({
    where: { dueAt: { lte: sandbox.now() } },
    orderBy: { dueAt: 'asc' },
    take: free,
  });
  for (const notification of due) {
    if (await isHeldBack(sandbox, notification)) continue;
    if (await claim(sandbox, notification)) sendNotification(sandbox, notification);
  }
  const next = await sandbox.db.read.notification.findFirst({
    where: { dueAt: { not: null } },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return next?.dueAt ?? null;
}

/** True if the fault `down` applies to the notification, which is then postponed by a second. */
async function isHeldBack(sandbox: Sandbox, { id, invoiceReference }: Notification): Promise<boolean> {
  if (sandbox.faults.isEmpty) return false;
  const invoice = await sandbox.db.read.invoice.findUnique({
    where: { reference: invoiceReference },
    select: { terminalId: true, reference: true, clientInvoiceId: true, rows: true },
  });
  if (!sandbox.faults.find(['down'], invoice ? faultScope(invoice) : {})) return false;
  const dueAt = secondsAfter(sandbox.now(), RETRY_WHEN_DOWN_SECONDS);
  await sandbox.db.write((tx) => tx.notification.update({ where: { id }, data: { dueAt } }));
  return true;
}

/** Sends a notification that this process has claimed, and stores the result. Does not wait for it. */
export function sendNotification(sandbox: Sandbox, notification: ClaimedNotification): void {
  const delivery = deliver(sandbox, notification)
    .catch((error) => log.error({ err: error }, 'sandbox: could not store the result of a notification'))
    .finally(() => {
      sandbox.deliveries.delete(delivery);
      if (sandbox.deliveries.size === CONCURRENCY - 1) sandbox.wake(sandbox.now());
    });
  sandbox.deliveries.set(delivery, notification.invoiceReference);
}

/**
 * The values of a notification that is claimed when it is created, so that the claim needs no commit of its own. Null if
 * the timers do not run, too many are in progress, or a fault may apply.
 */
export function claimNew(sandbox: Sandbox): Claim | null {
  const isFree = sandbox.isRunning && sandbox.deliveries.size < CONCURRENCY && sandbox.faults.isEmpty;
  return isFree ? claimed(sandbox, 0) : null;
}

async function claim(sandbox: Sandbox, { id, attempts }: Notification): Promise<boolean> {
  return sandbox.db.write(async (tx) => {
    const data = claimed(sandbox, attempts);
    const { count } = await tx.notification.updateMany({ where: { id, attempts, dueAt: { not: null } }, data });
    return count === 1;
  });
}

function claimed(sandbox: Sandbox, attempts: number): Claim {
  return { attempts: attempts + 1, dueAt: secondsAfter(sandbox.now(), LEASE_SECONDS) };
}

async function deliver(sandbox: Sandbox, { id, invoiceReference, url, attempts }: ClaimedNotification): Promise<void> {
  const started = monotonicMs();
  const outcome = await postNotification(url, invoiceReference, { publicOnly: sandbox.hosted });
  const milliseconds = Math.round(monotonicMs() - started);
  const arrived = outcome.httpStatus !== null && outcome.httpStatus >= 200 && outcome.httpStatus < 300;
  const pause = PAUSES[attempts];
  const dueAt = arrived || pause === undefined ? null : secondsAfter(sandbox.now(), pause);
  const write = async (tx: Tx) => {
    const invoice = await tx.invoice.findUnique({
      where: { reference: invoiceReference },
      select: { clockOffset: true },
    });
    const at = timeOf(sandbox, invoice ?? { clockOffset: 0 });
    await insertRows(tx, 'NotificationAttempt', [{ notificationId: id, at, milliseconds, ...outcome }]);
    await updateRows(tx, 'Notification', { id }, { dueAt, doneAt: dueAt ? null : at });
  };
  // A result that ends the claim early must not wait.
  if (dueAt || !sandbox.isRunning) await sandbox.db.write(write);
  else await sandbox.messages.join(write);
  sandbox.events.publish({ invoiceReference, kind: 'notified' });
  sandbox.wake(dueAt);
}
