import type { AuditField } from '../audit/audit-fields';
import type { AuditValue } from '../audit/audit-value';
import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, type Tx } from '../db/client';
import type { Actor } from '../orders/order-events';
import { periodIdScope, type Scope, statesThatAcceptId, WRONG_ID } from './period-states';

export type LostDecision =
  | { readonly ok: true; readonly periodId: string }
  /** This scope has no LOST closing. `elsewhere`: the other scope, if that one has a LOST closing. */
  | { readonly ok: false; readonly reason: 'not-lost'; readonly elsewhere: Scope | null }
  /** Another closing already has the id. */
  | { readonly ok: false; readonly reason: 'taken-id' };

/**
 * Decides about the LOST closing that blocks a scope: continues it with the id that SEQR's support supplied or, without
 * an id, leaves it LOST and allows a new closing.
 */
export async function decideLostPeriod(
  scope: Scope,
  transactionPeriodId: string | null,
  by: Actor,
): Promise<LostDecision> {
  const where = { state: 'LOST', openScope: { not: null } } as const;
  const lost = await db().read.period.findMany({ where, select: { id: true, scope: true } });
  const own = lost.find((period) => period.scope === scope);
  if (!own) return { ok: false, reason: 'not-lost', elsewhere: lost[0]?.scope ?? null };
  if (transactionPeriodId === null) {
    await leaveLostPeriod(own.id, by);
  } else {
    const outcome = await supplyPeriodId(own.id, transactionPeriodId, by);
    if (outcome === 'taken-id') return { ok: false, reason: outcome };
  }
  return { ok: true, periodId: own.id };
}

export type SupplyOutcome = 'supplied' | 'taken-id' | 'refused';

/**
 * Continues a closing with the period id that SEQR's support supplied, or corrects an id, as long as no report is
 * accepted. `taken-id`: another closing already has it. `refused`: the closing's state does not accept an id.
 */
export async function supplyPeriodId(id: string, transactionPeriodId: string, by: Actor): Promise<SupplyOutcome> {
  return db().write(
    async (tx) => {
      const period = await tx.period.findUnique({
        where: { id, state: { in: statesThatAcceptId } },
        select: { transactionPeriodId: true },
      });
      if (!period) return 'refused';
      if ((await tx.period.count({ where: { transactionPeriodId, id: { not: id } } })) > 0) return 'taken-id';
      // A refused report may be another period's.
      const noReport = { reportTitle: null, reportXml: null, reportedAt: null };
      await tx.period.update({
        where: { id },
        data: {
          ...{ state: 'MARKED', transactionPeriodId, openScope: null, ...noReport },
          ...{ attempts: 0, failure: null, nextAt: now() },
        },
      });
      await recordChange(tx, id, by, 'transactionPeriodId', period.transactionPeriodId, transactionPeriodId);
      return 'supplied';
    },
    [`period ${id}`, periodIdScope(transactionPeriodId)],
  );
}

/**
 * Leaves a closing LOST, and allows a new one if this one blocked it. If SEQR did close the period, the next closing
 * lists its payments as missing and explains them by the lost period. The period's id can still be supplied later.
 */
export async function leaveLostPeriod(id: string, by: Actor): Promise<boolean> {
  return db().write(async (tx) => {
    const lost = { id, state: 'LOST' } as const;
    const blocking = await tx.period.updateMany({
      where: { ...lost, openScope: { not: null } },
      data: { openScope: null },
    });
    // The overview no longer lists it.
    const withWrongId = await tx.period.updateMany({ where: { ...lost, failure: WRONG_ID }, data: { failure: null } });
    const isLeft = blocking.count + withWrongId.count > 0;
    if (isLeft) await recordChange(tx, id, by, 'period-skipped', false, true);
    return isLeft;
  }, `period ${id}`);
}

/** Requests the report again if SEQR refused it or it was invalid. */
export async function retryReport(id: string): Promise<boolean> {
  const { count } = await db().write(
    (tx) =>
      tx.period.updateMany({
        where: { id, OR: [{ state: 'REPORT_REFUSED' }, { state: 'MARKED', nextAt: null }] },
        data: { state: 'MARKED', attempts: 0, failure: null, nextAt: now() },
      }),
    `period ${id}`,
  );
  return count === 1;
}

/** The audit list records only what people change. */
async function recordChange(
  tx: Tx,
  id: string,
  by: Actor,
  field: AuditField,
  before: AuditValue,
  after: AuditValue,
): Promise<void> {
  if (by.source !== 'merchant' || before === after) return;
  await recordAudit(tx, by, { kind: 'period', id }, [{ field, before, after }]);
}
