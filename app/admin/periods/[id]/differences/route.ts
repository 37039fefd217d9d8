import { settleDifference } from '@/lib/reconciliation/settle-difference';
import { getPeriod } from '@/lib/reconciliation/view-period';
import { adminPost } from '../../../post';

export const dynamic = 'force-dynamic';

/** Settles a difference of the closing with a note. */
export const POST = adminPost<{ id: string }>(async ({ session, form, params: { id } }) => {
  if (!(await getPeriod(id))) return null;
  const typed = { difference: form.get('difference') ?? '', note: form.get('note') ?? '' };
  return `/admin/periods/${id}?note=${await settleDifference(id, typed, session.actor)}`;
});
