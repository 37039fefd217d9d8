import { config } from '@/lib/config';
import { currentConsole, refuse } from '../console';

/** The word that changes when anything in the console would. */
export async function GET(): Promise<Response> {
  if (!config().sandbox.enabled) return refuse(404, 'Not found');
  const current = await currentConsole();
  if (!current) return refuse(401, 'This public sandbox wants its key first.');
  return new Response(await current.getChangeWord(), {
    headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
  });
}
