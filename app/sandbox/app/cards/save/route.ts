import { withSessionQuery } from '@/components/sandbox/session-query';
import { seeOther } from '@/lib/http/see-other';
import { maxLengths } from '@/lib/input-limits';
import { DEFAULT_PAYER, getPayer, MAX_CARDS, savePayer } from '@/lib/sandbox/payer-app/payer';
import { readForm, sessionQueryOf } from '../../answer';
import { payerOfPost } from '../../session';

/** Adds a loyalty card (`name`, `number`) to the payer, or removes one (`remove`). */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  if (form instanceof Response) return form;
  const own = await payerOfPost(form);
  if (own instanceof Response) return own;
  const payerId = own ?? DEFAULT_PAYER;
  const payer = await getPayer(payerId);
  if (!payer) return new Response('There is no such payer.\n', { status: 404 });
  const removed = form.get('remove');
  const [name, number] = ['name', 'number'].map(
    (field) => form.get(field)?.trim().slice(0, maxLengths.loyaltyCard) ?? '',
  );
  const kept = payer.tokens.filter(({ id }) => id !== (removed ?? number));
  const added = !removed && name && number ? [{ id: number, description: name, value: number }] : [];
  await savePayer(payerId, { tokens: [...kept, ...added].slice(-MAX_CARDS) });
  return seeOther(withSessionQuery('/sandbox/app/cards', sessionQueryOf(form)));
}
