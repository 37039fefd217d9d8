import { startRun } from '@/lib/certification/runs/start-run';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Starts a certification run. */
export const POST = adminPost(async ({ session, form }) => {
  const outcome = await startRun(session, form.get('kind') === 'pos' ? 'pos' : 'webshop');
  return outcome === 'started' ? '/admin/certification' : `/admin/certification?start=${outcome}`;
});
