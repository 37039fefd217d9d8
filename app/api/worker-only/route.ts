import { config } from '@/lib/config';
import { plainText } from '@/lib/http/plain-text';

export const dynamic = 'force-dynamic';

/**
 * The answer of a worker to everything but health checks; see lib/http/close-worker.ts. 503, because a proxy then tries
 * another server, SEQR notifies again, and search engines keep the page.
 */
function answer(): Response {
  if (config().role !== 'worker') return plainText('Not found.', 404);
  return plainText(
    'This process is a worker of the shop (SHOP_ROLE=worker). It serves only /api/health. Send requests to a process with SHOP_ROLE=web or all.',
    503,
  );
}

export {
  answer as DELETE,
  answer as GET,
  answer as HEAD,
  answer as OPTIONS,
  answer as PATCH,
  answer as POST,
  answer as PUT,
};
