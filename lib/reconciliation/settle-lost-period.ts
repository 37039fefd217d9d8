import { now } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import type { Scope } from './period-states';

export type LostDecision =
  | { readonly ok: true; readonly periodId: string }
  /** This scope has no LOST closing. `elsewhere`: the other scope, if that one has a LOST closing. */
  | { readonly ok: false; readonly elsewhere: Scope | null };

/**
 * Decides about the LOST closing that blocks a scope: continues it with the id that SEQR's support supplied or, without
 * an id, leaves it LOST and allows a new closing.
 */
export async function decideLostPeriod(scope: Scope, transactionPeriodId: string | null): Promise<LostDecision> {
  const where = { state: 'LOST', openScope: { not: null } } as const;
  const lost = await db().read.period.findMany({ where, select: { id: true, scope: true } });
  const own = lost.find((period) => period.scope === scope);
  if (!own) return { ok: false, elsewhere: lost[0]?.scope ?? null };
  if (transactionPeriodId === null) await leaveLostPeriod(own.id);
  else await supplyPeriodId(own.id, transactionPeriodId);
  return { ok: true, periodId: own.id };
}

/** Continues a LOST closing with the period id that SEQR's support supplied. False if the closing is not LOST. */
export async function supplyPeriodId(id: string, transactionPeriodId: string): Promise<boolean> {
  return updateOne(id, {
    where: { id, state: 'LOST' },
    data: { state: 'MARKED', transactionPeriodId, openScope: null, attempts: 0, failure: null, nextAt: now() },
  });
}

/**
 * Allows a new closing although this one's outcome is unknown. If SEQR did close the period, the next closing lists its
 * payments as missing and explains them by the lost period. The period's id can still be supplied later.
 */
export async function leaveLostPeriod(id: string): Promise<boolean> {
  return updateOne(id, { where: { id, state: 'LOST', openScope: { not: null } }, data: { openScope: null } });
}

/** Requests the report again if SEQR refused it or it was invalid. */
export async function retryReport(id: string): Promise<boolean> {
  return updateOne(id, {
    where: { id, OR: [{ state: 'REPORT_REFUSED' }, { state: 'MARKED', nextAt: null }] },
    data: { state: 'MARKED', attempts: 0, failure: null, nextAt: now() },
  });
}

async function updateOne(id: string, change: Prisma.PeriodUpdateManyArgs): Promise<boolean> {
  const { count } = await db().write((tx) => tx.period.updateMany(change), `period ${id}`);
  return count === 1;
}
