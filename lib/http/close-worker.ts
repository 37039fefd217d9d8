import { onServerRequest } from '../on-server-request';

/**
 * Answers only health checks in this process (`SHOP_ROLE=worker`); app/api/worker-only refuses everything else. Rewrites
 * addresses before Next sees them, because prerendered pages run no code per request.
 */
export function closeWorker(): void {
  onServerRequest((request) => {
    if (!/^\/api\/health(\/live)?(\?|$)/.test(request.url ?? '')) request.url = '/api/worker-only';
  });
}
