import { now } from '../clock';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import type { Scope } from './period-states';

export type Closing =
  | { readonly ok: true; readonly periodId: string; readonly isNew: boolean }
  /** SEQR's answer to an earlier closing was lost, which needs a manual decision. */
  | { readonly ok: false; readonly reason: 'lost'; readonly periodId: string };

/** Within this time, a second request joins the running closing. It may be a double click or a concurrent cron job. */
const SAME_CLOSING_MS = 15 * 60_000;

/**
 * Requests a closing; advancePeriod runs its steps. A scope has one running closing: a second request joins it. No
 * period is marked while the outcome of the last mark is unknown.
 */
export async function requestPeriod(scope: Scope, actor: string): Promise<Closing> {
  return db().write(async (tx) => {
    const unsettled = await tx.period.findUnique({ where: { openScope: scope } });
    if (unsettled?.state === 'LOST') return { ok: false, reason: 'lost', periodId: unsettled.id };
    const current = unsettled ?? (await findCurrent(tx, scope));
    if (current) return { ok: true, periodId: current.id, isNew: false };
    const at = now();
    const { id } = await tx.period.create({
      data: {
        id: newKey(),
        scope,
        terminalId: scope === 'terminal' ? config().seqr.terminalId : null,
        openScope: scope,
        state: 'REQUESTED',
        actor,
        currency: merchant.currency,
        createdAt: at,
        nextAt: at,
      },
      select: { id: true },
    });
    return { ok: true, periodId: id, isNew: true };
  }, `closing ${scope}`);
}

function findCurrent(tx: Tx, scope: Scope) {
  return tx.period.findFirst({
    where: {
      scope,
      state: { in: ['MARKED', 'REPORTED'] },
      nextAt: { not: null },
      createdAt: { gt: new Date(now().getTime() - SAME_CLOSING_MS) },
    },
    orderBy: { createdAt: 'desc' },
  });
}

/** Unfinished closings, oldest first, including those that a crash or a SEQR outage interrupted. */
export async function listUnfinished(scope: Scope): Promise<string[]> {
  const rows = await db().read.period.findMany({
    where: { scope, state: { in: ['REQUESTED', 'MARKING', 'MARKED', 'REPORTED'] } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
