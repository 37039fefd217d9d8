import { isKeyOf } from '@/lib/keys-of';
import { compareAgain } from '@/lib/reconciliation/compare-period';
import { leaveLostPeriod, retryReport, supplyPeriodId } from '@/lib/reconciliation/settle-lost-period';
import { getPeriod } from '@/lib/reconciliation/view-period';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

type Params = { id: string };

const notes = { supply: 'supplied', leave: 'left', retry: 'retried', compare: 'compared' } as const;

/** Applies a manual decision about a closing that is stuck or should be compared again. */
export const POST = adminPost<Params>(async ({ form, params: { id } }) => {
  const step = form.get('step') ?? '';
  if (!isKeyOf(notes, step) || !(await getPeriod(id))) return null;
  const periodId = (form.get('transactionPeriodId') ?? '').trim();
  if (step === 'supply' && !/^\d{1,40}$/.test(periodId)) return `/admin/periods/${id}?note=bad-id`;
  return `/admin/periods/${id}?note=${(await applyStep(step, id, periodId)) ? notes[step] : 'refused'}`;
});

function applyStep(step: keyof typeof notes, id: string, periodId: string): Promise<boolean> {
  switch (step) {
    case 'supply':
      return supplyPeriodId(id, periodId);
    case 'leave':
      return leaveLostPeriod(id);
    case 'retry':
      return retryReport(id);
    case 'compare':
      return compareAgain(id);
  }
}
