import { cookies } from 'next/headers';
import { config } from '@/lib/config';
import { readBody } from '@/lib/request-body';
import { isSameOrigin } from '@/lib/same-origin';
import { type Console, openConsole } from '@/lib/sandbox/console';
import { parseTypedForm } from '@/lib/typed-text';

const FORM_LIMIT = 10_000;

export const KEY_COOKIE = 'sandbox_console';

/** The console for who asks; null when this public sandbox wants its key first. */
export async function currentConsole(): Promise<Console | null> {
  return openConsole((await cookies()).get(KEY_COOKIE)?.value);
}

/** The form of a post from the console's own pages, or the answer that refuses it. */
export async function readConsolePost(request: Request): Promise<{ desk: Console; form: URLSearchParams } | Response> {
  if (!config().sandbox.enabled) return refuse(404, 'Not found');
  if (!isSameOrigin(request)) return refuse(403, 'A page of another site may not control the sandbox.');
  const current = await currentConsole();
  if (!current) return refuse(401, 'This public sandbox wants its key first.');
  const body = await readBody(request, FORM_LIMIT);
  return body === null ? refuse(413, 'The form is too large.') : { desk: current, form: parseTypedForm(body) };
}

export function refuse(status: number, text: string): Response {
  return new Response(`${text}\n`, { status });
}

export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path } });
}
