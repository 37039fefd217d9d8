import type { Sandbox } from '../core/context';
import type { Tx } from '../database/client';
import type { Prisma } from '../database/generated/client';

/**
 * Retention limits of a public sandbox, which anyone can fill. Beyond a limit, the oldest data is deleted, and strangers'
 * invoices before those of shops with credentials of their own.
 */
export interface KeptAtMost {
  invoices: number;
  /** Payers created for visitors' browsers. */
  visitors: number;
  /** Terminals registered with the published reseller's credentials. */
  terminals: number;
  periods: number;
  /** Text messages to payers. */
  messages: number;
  /** The used size of the database file; beyond it, the oldest invoices are deleted. */
  bytes: number;
}

export const KEPT_AT_MOST: KeptAtMost = {
  invoices: 50_000,
  visitors: 5_000,
  terminals: 2_000,
  periods: 10_000,
  messages: 50_000,
  bytes: 2_000_000_000,
};

/** The prefix of a visitor's payer id. */
export const VISITOR = 'visitor-';

/** Invoices that anyone can send: with the published terminal, or with one registered by the published reseller. */
const sentByAnyone = {
  OR: [{ senderAddress: { not: null } }, { terminal: { ownerAddress: { not: null } } }],
} satisfies Prisma.InvoiceWhereInput;

/** Batches are small so that other calls do not wait for them. */
const BATCH = 200;
const UNUSED_FOR_SECONDS = 86_400;

/**
 * Deletes the oldest data that exceeds `kept`. Invoices and payers are kept while a payment is in progress or may be
 * reversed. A refund to a deleted payer answers 99.
 */
export async function pruneSandbox(sandbox: Sandbox, kept: KeptAtMost = KEPT_AT_MOST): Promise<void> {
  for (const deleteSome of [
    deleteExcessInvoices,
    deleteInvoicesForSpace,
    deleteVisitors,
    deleteTerminals,
    deletePeriods,
    deleteSms,
  ]) {
    while ((await deleteSome(sandbox, kept)) === BATCH);
  }
}

async function deleteExcessInvoices(sandbox: Sandbox, kept: KeptAtMost): Promise<number> {
  const excess = (await sandbox.db.read.invoice.count()) - kept.invoices;
  return excess > 0 ? deleteOldInvoices(sandbox, Math.min(BATCH, excess), { NOT: sentByAnyone }) : 0;
}

/**
 * Keeps open invoices of shops with credentials of their own, because buyers may be looking at their codes. Returns 0 if
 * deleting does not help, because something else fills the file.
 */
async function deleteInvoicesForSpace(sandbox: Sandbox, kept: KeptAtMost): Promise<number> {
  const bytes = await usedBytes(sandbox);
  if (bytes <= kept.bytes) return 0;
  const count = await deleteOldInvoices(sandbox, BATCH, { NOT: sentByAnyone, status: { not: 'ISSUED' } });
  return (await usedBytes(sandbox)) < bytes ? count : 0;
}

/** Deletes invoices that anyone can send. If there are fewer than `take`, also invoices that `others` matches. */
function deleteOldInvoices({ db }: Sandbox, take: number, others: Prisma.InvoiceWhereInput): Promise<number> {
  return db.write(async (tx) => {
    const find = (where: Prisma.InvoiceWhereInput, most: number) =>
      tx.invoice.findMany({
        where: { AND: [where, { OR: [{ dueAt: null }, { status: 'ISSUED', confirmingBy: null }] }] },
        orderBy: { createdAt: 'asc' },
        take: most,
        select: { reference: true },
      });
    const strangers = await find(sentByAnyone, take);
    const more = strangers.length < take ? await find(others, take - strangers.length) : [];
    const old = [...strangers, ...more].map(({ reference }) => reference);
    await deleteInvoiceRows(tx, old);
    return old.length;
  });
}

/** Deletes invoices with everything that belongs to them. */
export async function deleteInvoiceRows(tx: Tx, references: readonly string[]): Promise<void> {
  const invoiceReference = { in: [...references] };
  await tx.notificationAttempt.deleteMany({ where: { notification: { invoiceReference } } });
  await tx.notification.deleteMany({ where: { invoiceReference } });
  await tx.invoiceEvent.deleteMany({ where: { invoiceReference } });
  await tx.receiptDocument.deleteMany({ where: { invoiceReference } });
  await tx.booking.deleteMany({ where: { invoiceReference } });
  await tx.invoice.deleteMany({ where: { reference: invoiceReference } });
}

/** Deletes payers with everything that belongs to them. */
export async function deletePayerRows(tx: Tx, ids: readonly string[]): Promise<void> {
  const payerId = { in: [...ids] };
  await tx.balance.deleteMany({ where: { payerId } });
  await tx.sms.deleteMany({ where: { payerId } });
  await tx.payer.deleteMany({ where: { id: payerId } });
}

async function usedBytes({ db }: Sandbox): Promise<number> {
  const [row] = await db.read.$queryRaw<{ bytes: bigint | number }[]>`
    SELECT (page_count - freelist_count) * page_size AS bytes
    FROM pragma_page_count, pragma_freelist_count, pragma_page_size`;
  return Number(row?.bytes ?? 0);
}

async function deleteVisitors(sandbox: Sandbox, kept: KeptAtMost): Promise<number> {
  const visitor = { id: { startsWith: VISITOR } };
  const excess = (await sandbox.db.read.payer.count({ where: visitor })) - kept.visitors;
  if (excess <= 0) return 0;
  return sandbox.db.write(async (tx) => {
    // Skips payers whose payment is in progress or may be reversed.
    const old = await tx.$queryRaw<{ id: string }[]>`
      SELECT "id" FROM "Payer" WHERE "id" LIKE ${`${VISITOR}%`} AND "id" NOT IN (
        SELECT "payerId" FROM "Invoice" WHERE "dueAt" IS NOT NULL AND "payerId" IS NOT NULL
        UNION SELECT "confirmingBy" FROM "Invoice" WHERE "dueAt" IS NOT NULL AND "confirmingBy" IS NOT NULL)
      ORDER BY "createdAt" LIMIT ${Math.min(BATCH, excess)}`;
    await deletePayerRows(
      tx,
      old.map(({ id }) => id),
    );
    return old.length;
  });
}

async function deleteTerminals(sandbox: Sandbox, kept: KeptAtMost): Promise<number> {
  const ofStrangers = { ownerAddress: { not: null } };
  const excess = (await sandbox.db.read.terminal.count({ where: ofStrangers })) - kept.terminals;
  if (excess <= 0) return 0;
  const unusedSince = new Date(sandbox.now().getTime() - UNUSED_FOR_SECONDS * 1000);
  const count = await sandbox.db.write(async (tx) => {
    const old = await tx.terminal.findMany({
      where: { ...ofStrangers, invoices: { none: {} }, registeredAt: { lt: unusedSince } },
      orderBy: { registeredAt: 'asc' },
      take: Math.min(BATCH, excess),
      select: { id: true },
    });
    const { count } = await tx.terminal.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    return count;
  });
  if (count > 0) sandbox.merchants.forget();
  return count;
}

async function deletePeriods({ db }: Sandbox, kept: KeptAtMost): Promise<number> {
  const excess = (await db.read.period.count()) - kept.periods;
  if (excess <= 0) return 0;
  return db.write(async (tx) => {
    const old = await tx.period.findMany({
      orderBy: { readyAt: 'asc' },
      take: Math.min(BATCH, excess),
      select: { id: true },
    });
    const { count } = await tx.period.deleteMany({ where: { id: { in: old.map(({ id }) => id) } } });
    return count;
  });
}

async function deleteSms({ db }: Sandbox, kept: KeptAtMost): Promise<number> {
  const newest = await db.read.sms.findFirst({ orderBy: { id: 'desc' }, select: { id: true } });
  await db.write((tx) => tx.sms.deleteMany({ where: { id: { lte: (newest?.id ?? 0) - kept.messages } } }));
  return 0;
}
