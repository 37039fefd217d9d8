import { now } from '../clock';
import { config } from '../config';
import { db, type Tx } from '../db/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import type { Scope } from './period-states';

export type Closing =
  | { readonly ok: true; readonly periodId: string; readonly isNew: boolean }
  /** The answer to an earlier closing was lost; a person decides how to go on. */
  | { readonly ok: false; readonly reason: 'lost'; readonly periodId: string };

/** A closing younger than this is the one that is meant: a second click, or a run of cron beside it, joins it. */
const SAME_CLOSING_MS = 15 * 60_000;

/**
 * Writes down the wish to close the day; the steps follow by advancePeriod. One closing a scope at a time: whoever comes
 * second joins the first. A period is never marked while it is not known whether the last one was.
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
  });
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

/** Closings that stopped half-way, oldest first: what a crash or a SEQR that was down has left. */
export async function listUnfinished(scope: Scope): Promise<string[]> {
  const rows = await db().read.period.findMany({
    where: { scope, state: { in: ['REQUESTED', 'MARKING', 'MARKED', 'REPORTED'] } },
    orderBy: { createdAt: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
