import { endIncidentByHand } from '@/lib/admin/end-incident';
import { isKeyOf } from '@/lib/keys-of';
import { adminPost } from '../../../../../post';
import { pageTexts } from '../../../../../request';
import { type OrderParams, orderPath, parseNumber } from '../../../order';

export const dynamic = 'force-dynamic';

/** Resolves an incident. Problems are shown on the form, which keeps the entered values. */
export const POST = adminPost<OrderParams & { id: string }>(async ({ session, params, form }) => {
  const number = parseNumber(params);
  const fields = Object.fromEntries(form);
  const outcome = number && (await endIncidentByHand(session, { number, id: params.id }, fields));
  if (!number || !outcome) return null;
  const { t } = await pageTexts();
  if (!isKeyOf(t.incidents.problems, outcome)) return orderPath(number, `incident-${outcome}`);
  const { action = '', note = '', ersReference = '' } = fields;
  const query = new URLSearchParams({ action, note, ersReference, problem: outcome });
  return `${orderPath(number)}/incidents/${params.id}?${query}`;
});
