import { actorOf, type Session } from '@/lib/admin/session';
import { isKeyOf } from '@/lib/keys-of';
import { compareAgain } from '@/lib/reconciliation/compare-period';
import { leaveLostPeriod, retryReport, supplyPeriodId } from '@/lib/reconciliation/settle-lost-period';
import { getPeriod } from '@/lib/reconciliation/view-period';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

type Params = { id: string };

const notes = { leave: 'left', retry: 'retried', compare: 'compared' } as const;

/** Applies a manual decision about a closing that is stuck or should be compared again. */
export const POST = adminPost<Params>(async ({ session, form, params: { id } }) => {
  const step = form.get('step') ?? '';
  const isSupply = step === 'supply';
  if (!(isSupply || isKeyOf(notes, step)) || !(await getPeriod(id))) return null;
  const page = `/admin/periods/${id}`;
  if (isSupply) return page + (await supply(id, form.get('transactionPeriodId') ?? '', session));
  return `${page}?note=${(await applyStep(step, id, session)) ? notes[step] : 'refused'}`;
});

/** Returns the query of the next page. After an invalid id, that page shows the form again. */
async function supply(id: string, typed: string, session: Session): Promise<string> {
  const periodId = typed.trim();
  if (!/^\d{1,40}$/.test(periodId)) return '?correct=on&note=bad-id';
  const outcome = await supplyPeriodId(id, periodId, actorOf(session));
  return outcome === 'taken-id' ? `?correct=on&note=${outcome}` : `?note=${outcome}`;
}

function applyStep(step: keyof typeof notes, id: string, session: Session): Promise<boolean> {
  switch (step) {
    case 'leave':
      return leaveLostPeriod(id, actorOf(session));
    case 'retry':
      return retryReport(id);
    case 'compare':
      return compareAgain(id);
  }
}
