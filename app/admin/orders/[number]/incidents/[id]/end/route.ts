import { endIncidentByHand } from '@/lib/admin/end-incident';
import { adminPost } from '../../../../../post';
import { type OrderParams, orderPath, parseNumber } from '../../../order';

export const dynamic = 'force-dynamic';

/** Resolves an incident. Problems are shown on the form, which keeps the entered values. */
export const POST = adminPost<OrderParams & { id: string }>(async ({ session, params, form }) => {
  const number = parseNumber(params);
  const fields = Object.fromEntries(form);
  const outcome = number && (await endIncidentByHand(session, { number, id: params.id }, fields));
  if (!number || !outcome) return null;
  const isWrong = ['note', 'reference', 'open-refund', 'overtaken'].includes(outcome);
  if (!isWrong) return orderPath(number, `incident-${outcome}`);
  const { action = '', note = '', ersReference = '' } = fields;
  const query = new URLSearchParams({ action, note, ersReference, problem: outcome });
  return `${orderPath(number)}/incidents/${params.id}?${query}`;
});
