import { seeOther } from '@/lib/http/see-other';
import { newKey } from '@/lib/ids';
import { maxLengths } from '@/lib/input-limits';
import { getPayer, savePayer } from '@/lib/sandbox/payer-app/payer';
import { readForm } from '../../answer';
import { canSwitchPayer, rememberPayer } from '../../session';

/** Signs the app in as `payer`, or as a new payer called `name`. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request);
  if (form instanceof Response) return form;
  if (!canSwitchPayer())
    return new Response('In a public sandbox each browser has a payer of its own.\n', { status: 403 });
  const name = form.get('name')?.trim().slice(0, maxLengths.payerName);
  const payerId = name ? await createPayer(name) : (form.get('payer') ?? '');
  if (!(await getPayer(payerId))) return new Response('There is no such payer.\n', { status: 404 });
  await rememberPayer(payerId);
  return seeOther('/sandbox/app');
}

/** Derives the id from the name, with a random suffix if it is taken. */
async function createPayer(name: string): Promise<string> {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const word =
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 40) || 'payer';
  const id = (await getPayer(word)) ? `${word}-${newKey().slice(0, 8)}` : word;
  await savePayer(id, { name });
  return id;
}
