import { seeOther } from '@/lib/http/see-other';
import { readConsolePost, refuse } from '../../console';

/** Blocks or unblocks a terminal. */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const state = post.form.get('state');
  if (state !== 'ACTIVE' && state !== 'BLOCKED') return refuse(400, 'state: ACTIVE or BLOCKED.');
  const done = await post.sandboxConsole.setTerminalState(post.form.get('terminalId') ?? '', state);
  return done ? seeOther('/sandbox/terminals') : refuse(404, 'There is no such terminal, or it is unregistered.');
}
