import { config } from '@/lib/config';
import { currentConsole, refuse } from '../console';

/** Returns the console's revision: see `getRevision` in lib/sandbox/console/overview.ts. */
export async function GET(): Promise<Response> {
  if (!config().sandbox.enabled) return refuse(404, 'Not found');
  const current = await currentConsole();
  if (!current) return refuse(401, 'This sandbox is public. Enter its key first.');
  return new Response(await current.getRevision(), {
    headers: { 'Content-Type': 'text/plain', 'Cache-Control': 'no-store' },
  });
}
