import { seeOther } from '@/lib/http/see-other';
import { getPayerAppTexts } from '@/lib/i18n/get-payer-app-texts';
import type { AppRefusal } from '@/lib/sandbox/payer-app/payer';
import { payInvoice } from '@/lib/sandbox/payer-app/payer';
import { requestLanguage } from '../../../request';
import { type Context, json, pageOf, readPost, wantsJson } from '../../answer';

export async function POST(request: Request, context: Context): Promise<Response> {
  const post = await readPost(request, context);
  if (post instanceof Response) return post;
  const refusal = await payInvoice(
    post.reference,
    post.form.get('pin') ?? '',
    post.payerId,
    toSeenTotal(post.form.get('seen')),
  );
  const next = pageOf(post, refusal === null ? {} : { ...(isAboutPin(refusal) && { step: 'pin' }), refusal });
  if (!wantsJson(request)) return seeOther(next);
  if (refusal === null || !isAboutPin(refusal)) return json({ next });
  return json({
    message: getPayerAppTexts(await requestLanguage(post.form.get('lang') ?? undefined)).refusals[refusal],
  });
}

function isAboutPin(refusal: AppRefusal): boolean {
  return refusal === 'wrong-pin' || refusal === 'malformed-pin' || refusal === 'pin-blocked';
}

function toSeenTotal(seen: string | null): number | undefined {
  return seen && /^\d{1,15}$/.test(seen) ? Number(seen) : undefined;
}
