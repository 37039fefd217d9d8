import { compareAgain } from '@/lib/reconciliation/compare-period';
import { leaveLostPeriod, retryReport, supplyPeriodId } from '@/lib/reconciliation/settle-lost-period';
import { getPeriod } from '@/lib/reconciliation/view-period';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

type Params = { id: string };

const notes = { supply: 'supplied', leave: 'left', retry: 'retried', compare: 'compared' } as const;

/** What a person decides about a closing that does not go on by itself, or wants compared anew. */
export const POST = adminPost<Params>(async ({ form, params: { id } }) => {
  const step = form.get('step') ?? '';
  if (!Object.hasOwn(notes, step) || !(await getPeriod(id))) return null;
  const name = step as keyof typeof notes;
  const periodId = (form.get('transactionPeriodId') ?? '').trim();
  if (name === 'supply' && !/^\d{1,40}$/.test(periodId)) return `/admin/periods/${id}?note=bad-id`;
  return `/admin/periods/${id}?note=${(await take(name, id, periodId)) ? notes[name] : 'refused'}`;
});

function take(step: keyof typeof notes, id: string, periodId: string): Promise<boolean> {
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
