import { db } from '../db/client';
import type { PeriodState } from '../db/generated/client';

export type PeriodAttention = {
  readonly kind: 'period-lost' | 'period-refused' | 'period-open';
  readonly order: null;
  readonly periodId: string;
  readonly detail: string | null;
  readonly at: Date;
};

const MAX_PERIODS = 20;

/** Closings that need a manual decision, whose report was refused, or that have differences which nobody has settled. */
export async function listPeriodAttention(): Promise<PeriodAttention[]> {
  const rows = await db().read.period.findMany({
    where: {
      OR: [
        { state: 'LOST', openScope: { not: null } },
        { state: 'REPORT_REFUSED' },
        { state: 'RECONCILED', openCount: { gt: db().read.period.fields.settledCount } },
      ],
    },
    orderBy: { createdAt: 'desc' },
    take: MAX_PERIODS,
    select: { id: true, state: true, transactionPeriodId: true, createdAt: true },
  });
  return rows.map(({ id, state, transactionPeriodId, createdAt }) => ({
    kind: kindOf(state),
    order: null,
    periodId: id,
    detail: transactionPeriodId,
    at: createdAt,
  }));
}

function kindOf(state: PeriodState): PeriodAttention['kind'] {
  if (state === 'LOST') return 'period-lost';
  return state === 'REPORT_REFUSED' ? 'period-refused' : 'period-open';
}
