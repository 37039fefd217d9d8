import { startRun } from '@/lib/certification/start-run';
import { adminPost } from '../../post';

export const dynamic = 'force-dynamic';

/** Starts a run of the certification; the page then shows how it goes. */
export const POST = adminPost(async ({ session, form }) => {
  const outcome = await startRun(session, form.get('kind') === 'pos' ? 'pos' : 'webshop');
  return outcome === 'started' ? '/admin/certification' : `/admin/certification?start=${outcome}`;
});
