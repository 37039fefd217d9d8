import type { Tx } from '../database/client';
import type { Sandbox } from './context';

/**
 * The time on the clock of a terminal, an invoice or the service: real time plus the seconds by which it was advanced.
 */
export function timeOf(sandbox: Sandbox, { clockOffset }: { clockOffset: number }): Date {
  return new Date(sandbox.now().getTime() + clockOffset * 1000);
}

/** The real time at which a clock with this offset shows `time`. */
export function realInstant(time: Date, { clockOffset }: { clockOffset: number }): Date {
  return new Date(time.getTime() - clockOffset * 1000);
}

/** The clocks to advance: of one invoice, one terminal with its invoices, or all. */
export type ClockScope = { invoiceReference?: string | undefined; terminalId?: string | undefined };

/**
 * Advances clocks and brings forward the work that is due by them. Returns false if there is no such invoice or
 * terminal.
 */
export async function advanceClocks(sandbox: Sandbox, scope: ClockScope, seconds: number): Promise<boolean> {
  const moved = await sandbox.db.write((tx) => moveClocks(tx, scope, seconds));
  sandbox.merchants.forget();
  return moved;
}

async function moveClocks(tx: Tx, { invoiceReference, terminalId }: ClockScope, seconds: number): Promise<boolean> {
  if (invoiceReference !== undefined) {
    const { count } = await tx.invoice.updateMany({
      where: { reference: invoiceReference },
      data: { clockOffset: { increment: seconds } },
    });
    await pullDueWork(tx, seconds, invoiceReference);
    return count === 1;
  }
  const terminals = await tx.terminal.updateMany({
    where: terminalId === undefined ? {} : { id: terminalId },
    data: { clockOffset: { increment: seconds } },
  });
  if (terminalId !== undefined && terminals.count === 0) return false;
  if (terminalId === undefined) {
    await tx.service.update({ where: { id: 1 }, data: { clockOffset: { increment: seconds } } });
  }
  await tx.invoice.updateMany({
    where: terminalId === undefined ? {} : { terminalId },
    data: { clockOffset: { increment: seconds } },
  });
  await pullDueWork(tx, seconds, undefined, terminalId);
  return true;
}

const earlier = (column: string) => `${column} = strftime('%Y-%m-%dT%H:%M:%f+00:00', ${column}, ?)`;

async function pullDueWork(tx: Tx, seconds: number, reference?: string, terminalId?: string): Promise<void> {
  const shift = `-${seconds} seconds`;
  const of = (column: string) => {
    if (reference !== undefined) return { sql: ` AND "${column}" = ?`, values: [reference] };
    if (terminalId === undefined) return { sql: '', values: [] };
    const references = `SELECT "reference" FROM "Invoice" WHERE "terminalId" = ?`;
    return { sql: ` AND "${column}" IN (${references})`, values: [terminalId] };
  };
  const invoices = of('reference');
  await tx.$executeRawUnsafe(
    `UPDATE "Invoice" SET ${earlier('"dueAt"')} WHERE "dueAt" IS NOT NULL${invoices.sql}`,
    shift,
    ...invoices.values,
  );
  const notifications = of('invoiceReference');
  await tx.$executeRawUnsafe(
    `UPDATE "Notification" SET ${earlier('"dueAt"')} WHERE "dueAt" IS NOT NULL${notifications.sql}`,
    shift,
    ...notifications.values,
  );
  if (reference !== undefined) return;
  await tx.$executeRawUnsafe(
    `UPDATE "Period" SET ${earlier('"readyAt"')}${terminalId === undefined ? '' : ' WHERE "terminalId" = ?'}`,
    shift,
    ...(terminalId === undefined ? [] : [terminalId]),
  );
}
