import { seeOther } from '@/lib/http/see-other';
import { readConsolePost } from '../../console';

/** Issues a webshop's terminal, or redirects to the form with its problems. */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const { sandboxConsole, form } = post;
  const entries = ['id', 'reseller', 'password', 'name'].map((name) => [name, form.get(name) || undefined]);
  const result = await sandboxConsole.issueWebshop(Object.fromEntries(entries));
  const query = result.ok
    ? [['issued', form.get('id') ?? '']]
    : result.problems.map((problem) => ['problem', problem.slice(0, 200)]);
  return seeOther(`/sandbox/terminals?${new URLSearchParams(query)}`);
}
