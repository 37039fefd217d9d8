import { now } from '../clock';
import { db, type Tx } from '../db/client';
import { maxLengths } from '../input-limits';

/** The facts that identify a difference when its closing is compared again and its line has another position. */
type Difference = {
  readonly outcome: string;
  readonly ersReference: string | null;
  readonly orderNumber: number | null;
  readonly seqrAmount: number | null;
  readonly ourAmount: number | null;
  readonly currency: string;
};

/** One key per line, in the order of `lines`. Equal differences are numbered, so that each is settled on its own. */
export function differenceKeys(lines: readonly Difference[]): string[] {
  const counts = new Map<string, number>();
  return lines.map(({ outcome, ersReference, orderNumber, seqrAmount, ourAmount, currency }) => {
    const facts = [outcome, ersReference, orderNumber, seqrAmount, ourAmount, currency]
      .map((fact) => fact ?? '-')
      .join(' ');
    const count = (counts.get(facts) ?? 0) + 1;
    counts.set(facts, count);
    return `${facts} ${count}`;
  });
}

export type SettleOutcome = 'settled' | 'settled-before' | 'bad-note' | 'gone';

/**
 * Settles a difference of a compared closing with a person's note, once. The note is never changed or deleted. `gone`: the
 * closing no longer has this difference, because it was compared again.
 */
export async function settleDifference(
  periodId: string,
  { difference, note }: { readonly difference: string; readonly note: string },
  actor: string,
): Promise<SettleOutcome> {
  const text = note.replace(/\s+/g, ' ').trim();
  if (text === '' || text.length > maxLengths.settlementNote) return 'bad-note';
  return db().write(async (tx) => {
    const key = { periodId_difference: { periodId, difference } };
    if (await tx.periodSettlement.findUnique({ where: key })) return 'settled-before';
    const keys = await openKeys(tx, periodId);
    if (!keys.includes(difference)) return 'gone';
    await tx.periodSettlement.create({ data: { periodId, difference, note: text, actor, at: now() } });
    await countSettled(tx, periodId, keys);
    return 'settled';
  }, `period ${periodId}`);
}

/** Counts a closing's settled differences. Call it in the transaction that changes the differences or settlements. */
export async function countSettled(tx: Tx, periodId: string, keys?: readonly string[]): Promise<void> {
  const open = new Set(keys ?? (await openKeys(tx, periodId)));
  const settled = await tx.periodSettlement.findMany({ where: { periodId }, select: { difference: true } });
  const settledCount = settled.filter(({ difference }) => open.has(difference)).length;
  await tx.period.update({ where: { id: periodId }, data: { settledCount } });
}

async function openKeys(tx: Tx, periodId: string): Promise<string[]> {
  const lines = await tx.periodLine.findMany({
    where: { periodId, outcome: { not: 'MATCHED' } },
    orderBy: [{ outcome: 'asc' }, { position: 'asc' }],
  });
  return differenceKeys(lines);
}
