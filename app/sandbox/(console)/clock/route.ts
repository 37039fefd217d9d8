import { seeOther } from '@/lib/http/see-other';
import { readConsolePost, refuse } from '../console';

const TEN_YEARS_SECONDS = 10 * 366 * 86_400;

/** Moves one terminal's clock or all clocks forward, and runs what is due. */
export async function POST(request: Request): Promise<Response> {
  const post = await readConsolePost(request);
  if (post instanceof Response) return post;
  const seconds = Number(post.form.get('advance'));
  if (!(Number.isInteger(seconds) && seconds > 0 && seconds <= TEN_YEARS_SECONDS)) {
    return refuse(400, 'advance: a whole number of seconds, at most ten years.');
  }
  const terminalId = post.form.get('terminalId');
  const moved = await post.sandboxConsole.advance(seconds, terminalId === null ? {} : { terminalId });
  return moved ? seeOther('/sandbox/terminals') : refuse(404, 'There is no such terminal.');
}
