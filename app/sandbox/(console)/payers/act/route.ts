import { seeOther } from '@/lib/http/see-other';
import { currencies, money } from '@/lib/money';
import type { SandboxConsole } from '@/lib/sandbox/console/console';
import { readConsolePost, refuse } from '../../console';

const THOUSAND_KRONOR = money(1_000_00, 'SEK');

const changes: Record<string, Parameters<SandboxConsole['savePayer']>[1]> = {
  'top-up': { topUp: [THOUSAND_KRONOR] },
  empty: { balance: currencies.map((currency) => money(0, currency)) },
  reset: { reset: true },
};

/** Adds to a payer's balance, empties it or resets it. */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const change = changes[post.form.get('do') ?? ''];
  if (!change) return refuse(400, 'do: one of top-up, empty, reset.');
  const payer = post.form.get('payer') ?? '';
  if (!(await post.sandboxConsole.getPayer(payer))) return refuse(404, 'There is no such payer.');
  await post.sandboxConsole.savePayer(payer, change);
  return seeOther('/sandbox/payers');
}
