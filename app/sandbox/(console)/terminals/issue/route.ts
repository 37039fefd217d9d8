import { readConsolePost, seeOther } from '../../console';

/** Issues a webshop's terminal, or leads back to the form with what is wrong with the values. */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const { desk, form } = post;
  const given = ['id', 'reseller', 'password', 'name'].map((name) => [name, form.get(name) || undefined]);
  const result = await desk.issueWebshop(Object.fromEntries(given));
  const query = result.ok
    ? [['issued', form.get('id') ?? '']]
    : result.problems.map((problem) => ['problem', problem.slice(0, 200)]);
  return seeOther(`/sandbox/terminals?${new URLSearchParams(query)}`);
}
