import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { Carried } from '@/components/sandbox/view';
import { clientAddress } from '@/lib/client-address';
import { config } from '@/lib/config';
import type { Language } from '@/lib/i18n/languages';
import { newKey } from '@/lib/ids';
import { spend, tooManyRequests } from '@/lib/rate-limit';
import { getPayer, savePayer } from '@/lib/sandbox/payer';
import { VISITOR } from '@/lib/sandbox/prune';
import { only, type Query, requestLanguage } from '../request';

const COOKIE = 'sandbox_payer';
const YEAR_SECONDS = 365 * 86_400;

export type Session = {
  language: Language;
  /** Undefined: the payer who exists from the start. */
  payerId: string | undefined;
  carried: Carried;
};

/** Who looks at the wallet, and in which language: by `?payer=` and `?lang=`, else by cookie and browser. */
export async function walletSession(searchParams: Query): Promise<Session> {
  const query = await searchParams;
  const [payer, lang] = [only(query.payer), only(query.lang)];
  const language = await requestLanguage(lang);
  const payerId = await findPayerId(payer);
  if (payerId === null) notFound();
  return { language, payerId, carried: { ...(payer && { payer }), ...(lang && { lang: language }) } };
}

/** Whether a person may choose among payers. In a public sandbox each browser has one of its own. */
export function canSwitchPayer(): boolean {
  return !config().sandbox.public;
}

/**
 * Who pays with this post. In a public sandbox a browser gets a payer of its own at its first post: with one shared by
 * strangers, three wrong PINs of one would lock out all. A `Response` refuses an address with too many new payers (429).
 */
export async function payerOfPost(form: URLSearchParams): Promise<string | undefined | Response> {
  const payerId = await findPayerId(form.get('payer') ?? undefined);
  if (payerId === null) return form.get('payer') ?? undefined;
  if (payerId !== undefined || canSwitchPayer()) return payerId;
  const wait = await spend('payer', clientAddress({ headers: await headers() }));
  if (wait > 0) return tooManyRequests(wait, 'Too many new payers from this address. Try again later.');
  const own = `${VISITOR}${newKey()}`;
  await savePayer(own, { name: 'Visitor' });
  await rememberPayer(own);
  return own;
}

export async function rememberPayer(payerId: string): Promise<void> {
  const secure = config().secureCookies;
  const options = { path: '/', maxAge: YEAR_SECONDS, httpOnly: true, sameSite: 'lax', secure } as const;
  (await cookies()).set(COOKIE, payerId, options);
}

/** Null when the address names a payer who does not exist; one in a stale cookie is as good as none. */
async function findPayerId(asked: string | undefined): Promise<string | undefined | null> {
  if (asked) return (await getPayer(asked)) ? asked : null;
  const remembered = (await cookies()).get(COOKIE)?.value;
  return remembered && (await getPayer(remembered)) ? remembered : undefined;
}
