import { cookies } from 'next/headers';
import { config } from '@/lib/config';
import { readBody } from '@/lib/http/request-body';
import { isSameOrigin } from '@/lib/http/same-origin';
import { openConsole, type SandboxConsole } from '@/lib/sandbox/console/console';
import { parseTypedForm } from '@/lib/typed-text';

const FORM_LIMIT = 10_000;

export const KEY_COOKIE = 'sandbox_console';

/** The visitor's console; null if this public sandbox requires its key first. */
export async function currentConsole(): Promise<SandboxConsole | null> {
  return openConsole((await cookies()).get(KEY_COOKIE)?.value);
}

/** Returns the form that one of the console's own pages posted, or the refusal. */
export async function readConsolePost(
  request: Request,
): Promise<{ sandboxConsole: SandboxConsole; form: URLSearchParams } | Response> {
  if (!config().sandbox.enabled) return refuse(404, 'Not found');
  if (!isSameOrigin(request)) return refuse(403, 'Requests from other sites are refused.');
  const current = await currentConsole();
  if (!current) return refuse(401, 'This sandbox is public. Enter its key first.');
  const body = await readBody(request, FORM_LIMIT);
  return body === null
    ? refuse(413, 'The form is too large.')
    : { sandboxConsole: current, form: parseTypedForm(body) };
}

export function refuse(status: number, text: string): Response {
  return new Response(`${text}\n`, { status });
}
