import { textsFor } from '@/components/sandbox/texts';
import type { PayRefusal } from '@/components/sandbox/view';
import { requestLanguage } from '../../../request';
import { type Context, json, pageOf, readPost, seeOther, wantsJson } from '../../answer';
import { pay } from '../../wallet';

export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  const refusal = await pay(
    post.reference,
    post.form.get('pin') ?? '',
    post.payerId,
    toSeenTotal(post.form.get('seen')),
  );
  const next = pageOf(post, refusal === null ? {} : { ...(isAboutPin(refusal) && { step: 'pin' }), said: refusal });
  if (!wantsJson(request)) return seeOther(next);
  if (refusal === null || !isAboutPin(refusal)) return json({ next });
  return json({ message: textsFor(await requestLanguage(post.form.get('lang') ?? undefined)).refusals[refusal] });
}

function isAboutPin(refusal: PayRefusal): boolean {
  return refusal === 'wrong-pin' || refusal === 'pin-digits' || refusal === 'pin-blocked';
}

function toSeenTotal(seen: string | null): number | undefined {
  return seen && /^\d{1,15}$/.test(seen) ? Number(seen) : undefined;
}
