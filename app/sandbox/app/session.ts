import { cookies, headers } from 'next/headers';
import { notFound } from 'next/navigation';
import type { SessionQuery } from '@/components/sandbox/session-query';
import { config } from '@/lib/config';
import { clientAddress } from '@/lib/http/client-address';
import { ownCookieOptions } from '@/lib/http/own-cookie';
import { consumePoint, tooManyRequests } from '@/lib/http/rate-limit';
import type { FullLanguage } from '@/lib/i18n/languages';
import { newKey } from '@/lib/ids';
import { VISITOR } from '@/lib/sandbox/boot/prune';
import { DEFAULT_PAYER, getPayer, savePayer } from '@/lib/sandbox/payer-app/payer';
import { lastValue, type Query, requestLanguage } from '../request';

const COOKIE = 'sandbox_payer';
const YEAR_SECONDS = 365 * 86_400;

export type Session = {
  language: FullLanguage;
  /** Undefined means the default payer. */
  payerId: string | undefined;
  sessionQuery: SessionQuery;
};

/** The wallet's payer and language: from `?payer=` and `?lang=`, else from cookie and browser. */
export async function walletSession(searchParams: Query): Promise<Session> {
  const query = await searchParams;
  const [payer, lang] = [lastValue(query.payer), lastValue(query.lang)];
  const language = await requestLanguage(lang);
  const payerId = await findPayerId(payer);
  if (payerId === null) notFound();
  return { language, payerId, sessionQuery: { ...(payer && { payer }), ...(lang && { lang: language }) } };
}

/** Whether the payer can be switched. In a public sandbox each browser has its own payer. */
export function canSwitchPayer(): boolean {
  return !config().sandbox.public;
}

/**
 * The payer of this post; undefined means the default payer. In a public sandbox a browser gets its own payer at its first
 * post: with a shared one, three wrong PINs would block everyone. Returns a `Response` (429) for too many new payers.
 */
export async function payerOfPost(form: URLSearchParams): Promise<string | undefined | Response> {
  const requested = form.get('payer') ?? undefined;
  const payerId = await findPayerId(requested);
  if (canSwitchPayer()) return payerId === null ? requested : payerId;
  if (payerId) return payerId;
  const wait = await consumePoint('payer', clientAddress({ headers: await headers() }));
  if (wait > 0) return tooManyRequests(wait, 'Too many new payers from this address. Try again later.');
  const own = `${VISITOR}${newKey()}`;
  await savePayer(own, { name: 'Visitor' });
  await rememberPayer(own);
  return own;
}

export async function rememberPayer(payerId: string): Promise<void> {
  (await cookies()).set(COOKIE, payerId, { ...ownCookieOptions(), maxAge: YEAR_SECONDS });
}

/**
 * The id of the payer in the address, otherwise of the payer in the cookie. Null if the payer in the address is unknown;
 * undefined if no known payer was chosen. In a public sandbox, nobody can act as the default payer, because every new browser
 * shows that payer's cards and history. The ids of the other payers are secret there.
 */
async function findPayerId(requestedId: string | undefined): Promise<string | undefined | null> {
  const isAllowed = async (id: string) => (canSwitchPayer() || id !== DEFAULT_PAYER) && (await getPayer(id)) !== null;
  if (requestedId) return (await isAllowed(requestedId)) ? requestedId : null;
  const remembered = (await cookies()).get(COOKIE)?.value;
  return remembered && (await isAllowed(remembered)) ? remembered : undefined;
}
