import type { Sandbox } from '../core/context';
import { deleteInvoiceRows, deletePayerRows, VISITOR } from './prune';

/** Batches are small so that other calls do not wait for them. */
const BATCH = 200;

/**
 * Deletes invoices with their bookings and SOAP messages, and returns the references of those that it keeps: their payment is
 * in progress, or no closing has counted it yet. An unknown reference counts as deleted, so that a call may be repeated.
 */
export async function forgetInvoices(sandbox: Sandbox, references: readonly string[]): Promise<string[]> {
  return sandbox.db.write(async (tx) => {
    const named = { in: [...references] };
    const [moving, uncounted] = await Promise.all([
      tx.invoice.findMany({
        where: {
          reference: named,
          OR: [{ confirmingBy: { not: null } }, { dueAt: { not: null }, status: { not: 'ISSUED' } }],
        },
        select: { reference: true },
      }),
      tx.booking.findMany({
        where: { invoiceReference: named, bookedAt: { not: null }, shopPeriodId: null },
        select: { invoiceReference: true },
      }),
    ]);
    const kept = new Set([
      ...moving.map(({ reference }) => reference),
      ...uncounted.map(({ invoiceReference }) => invoiceReference),
    ]);
    const forgotten = references.filter((reference) => !kept.has(reference));
    await deleteInvoiceRows(tx, forgotten);
    await tx.message.deleteMany({ where: { invoiceReference: { in: forgotten } } });
    return [...kept];
  });
}

/** Deletes visitors' payers that were created before `before` and that no invoice refers to. */
export async function forgetPayers(sandbox: Sandbox, before: Date): Promise<void> {
  for (;;) {
    const count = await sandbox.db.write(async (tx) => {
      const unnamed = await tx.$queryRaw<{ id: string }[]>`
        SELECT "id" FROM "Payer" WHERE "id" LIKE ${`${VISITOR}%`} AND "id" NOT IN (
          SELECT "payerId" FROM "Invoice" WHERE "payerId" IS NOT NULL
          UNION SELECT "scannedBy" FROM "Invoice" WHERE "scannedBy" IS NOT NULL
          UNION SELECT "confirmingBy" FROM "Invoice" WHERE "confirmingBy" IS NOT NULL)
        ORDER BY "createdAt" LIMIT ${BATCH}`;
      const old = await tx.payer.findMany({
        where: { id: { in: unnamed.map(({ id }) => id) }, createdAt: { lt: before } },
        select: { id: true },
      });
      await deletePayerRows(
        tx,
        old.map(({ id }) => id),
      );
      return old.length;
    });
    if (count < BATCH) return;
  }
}
