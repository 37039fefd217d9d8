import { now } from '../clock';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import { log } from '../log';
import { requestPeriod } from '../reconciliation/request-period';
import { decideLostPeriod } from '../reconciliation/settle-lost-period';
import { isStopping } from '../server-phase';
import { deleteOrder } from './delete-order';
import { countedUntil, isCounted, isSettled, pruneBefore } from './due-orders';

/** The sandbox's functions that the demonstration calls directly, because SEQR's interface cannot delete anything. */
export interface SeqrOfDemo {
  /** Deletes invoices and returns the references of those that must be kept. May be called again with the same ones. */
  forgetInvoices(references: readonly string[]): Promise<readonly string[]>;
  forgetPayers(before: Date): Promise<void>;
}

const BATCH = 50;
const KEPT_CLOSINGS = 30;
/** Who closes the day, as the list of closings shows it. */
const ACTOR = 'demo';

/**
 * Deletes visitors' orders that are older than DEMO_KEEP: each order with its history, mails and documents,
 * its invoices at SEQR and their bookings. Then deletes old payers and closings. Deletes nothing that belongs to an open
 * period: if old orders are left for that reason, closes the day, so that the next run can delete them.
 */
export async function pruneOrders(seqr: SeqrOfDemo): Promise<void> {
  if (!config().isDemo) throw new Error('demo: orders are only deleted with DEMO=on');
  const before = await pruneBefore();
  const until = await countedUntil();
  if (until === null) return;
  const due = { AND: [isSettled(before), isCounted(until)] };
  // Orders that cannot be deleted yet, because of an invoice or unfinished background work, are skipped in this run.
  const kept: string[] = [];
  let deleted = 0;
  for (;;) {
    const orders = await db().read.order.findMany({
      where: { ...due, id: { notIn: kept } },
      orderBy: { createdAt: 'asc' },
      take: BATCH,
      select: { id: true, payments: { select: { invoiceReference: true } } },
    });
    for (const { id, payments } of orders) {
      if (isStopping()) return;
      // SEQR first: see docs/hosting-a-demo.md, "Deleting old orders".
      const references = payments.flatMap(({ invoiceReference }) => invoiceReference ?? []);
      const isForgotten = (await seqr.forgetInvoices(references)).length === 0;
      const isDeleted = isForgotten && (await db().write((tx) => deleteOrder(tx, id, due), id));
      if (isDeleted) deleted += 1;
      else kept.push(id);
    }
    if (orders.length < BATCH) break;
  }
  if (deleted > 0) log.info({ orders: deleted }, 'demo: deleted old orders');
  await seqr.forgetPayers(before);
  await db().write((tx) => tx.sentForm.deleteMany({ where: { sentAt: { lt: before } } }), 'old forms');
  await deleteOldClosings();
  if ((await db().read.order.count({ where: isSettled(before) })) > 0) await closeDay();
}

/**
 * Closes the day, unless it was closed a moment ago. If a crash lost SEQR's answer to an earlier closing, a person must
 * decide what to do with it. A demonstration has nobody who does, so this abandons that closing.
 */
async function closeDay(): Promise<void> {
  const pauseMs = config().demoKeepMs / 4;
  const recent = { scope: 'shop', createdAt: { gt: new Date(now().getTime() - pauseMs) } } as const;
  if ((await db().read.period.count({ where: recent })) > 0) return;
  await decideLostPeriod('shop', null, { source: 'shop' });
  await requestPeriod('shop', ACTOR);
}

/** Keeps closings with differences that a person has settled. */
async function deleteOldClosings(): Promise<void> {
  const old = await db().read.period.findMany({
    where: { scope: 'shop', openScope: null, settlements: { none: {} } },
    orderBy: { createdAt: 'desc' },
    skip: KEPT_CLOSINGS,
    take: BATCH,
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  const run = (tx: Tx) => tx.period.deleteMany({ where: { id: { in: ids } } });
  if (ids.length > 0)
    await db().write(
      run,
      ids.map((id) => `period ${id}`),
    );
}
