import { currencies, money } from '@/lib/money';
import type { Console } from '@/lib/sandbox/console';
import { readConsolePost, refuse, seeOther } from '../../console';

const THOUSAND_KRONOR = money(1_000_00, 'SEK');

const changes: Record<string, Parameters<Console['savePayer']>[1]> = {
  'top-up': { topUp: [THOUSAND_KRONOR] },
  empty: { balance: currencies.map((currency) => money(0, currency)) },
  reset: { reset: true },
};

/** A payer's money: some more, none, or as at the beginning. */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const change = changes[post.form.get('do') ?? ''];
  if (!change) return refuse(400, 'do: one of top-up, empty, reset.');
  const payer = post.form.get('payer') ?? '';
  if (!(await post.desk.getPayer(payer))) return refuse(404, 'There is no such payer.');
  await post.desk.savePayer(payer, change);
  return seeOther('/sandbox/payers');
}
