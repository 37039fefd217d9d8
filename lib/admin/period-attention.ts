import { db } from '../db/client';
import type { Period } from '../db/generated/client';
import { LATE_REPORT_ATTEMPTS, WRONG_ID } from '../reconciliation/period-states';

export type PeriodAttention = {
  readonly kind: `period-${'lost' | 'wrong-id' | 'not-closed' | 'waiting' | 'refused' | 'open'}`;
  readonly order: null;
  readonly periodId: string;
  readonly detail: string | null;
  readonly at: Date;
};

const MAX_PERIODS = 20;

/**
 * Closings that need a manual decision or their right id, that SEQR did not carry out and nobody has repeated, whose
 * report is late or was refused, or that have differences which nobody has settled.
 */
export async function listPeriodAttention(): Promise<PeriodAttention[]> {
  const rows = await db().read.period.findMany({
    where: {
      OR: [
        { id: { in: await listNotRepeated() } },
        { state: 'LOST', openScope: { not: null } },
        { state: 'LOST', failure: WRONG_ID },
        { state: 'MARKED', OR: [{ nextAt: null }, { attempts: { gte: LATE_REPORT_ATTEMPTS } }] },
        { state: 'REPORT_REFUSED' },
        { state: 'RECONCILED', openCount: { gt: db().read.period.fields.settledCount } },
      ],
    },
    // Those that block further closings come first, so that `take` never drops them.
    orderBy: [{ openScope: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
    take: MAX_PERIODS,
    select: { id: true, state: true, failure: true, transactionPeriodId: true, createdAt: true },
  });
  return rows.map((row) => ({
    kind: kindOf(row),
    order: null,
    periodId: row.id,
    detail: row.transactionPeriodId,
    at: row.createdAt,
  }));
}

/** The ids of failed closings that are the latest of their scope. */
async function listNotRepeated(): Promise<string[]> {
  const latest = await Promise.all(
    (['shop', 'terminal'] as const).map((scope) =>
      db().read.period.findFirst({
        where: { scope },
        orderBy: { createdAt: 'desc' },
        select: { id: true, state: true },
      }),
    ),
  );
  return latest.flatMap((row) => (row?.state === 'FAILED' ? [row.id] : []));
}

function kindOf({ state, failure }: Pick<Period, 'state' | 'failure'>): PeriodAttention['kind'] {
  if (state === 'LOST') return failure === WRONG_ID ? 'period-wrong-id' : 'period-lost';
  if (state === 'FAILED') return 'period-not-closed';
  if (state === 'MARKED') return 'period-waiting';
  return state === 'REPORT_REFUSED' ? 'period-refused' : 'period-open';
}
