import { onServerRequest } from '../on-server-request';

/**
 * Makes `/api/test` an unknown page in this process. Rewrites addresses before Next sees them, so that its routes answer
 * exactly like paths that do not exist.
 */
export function hideTestApi(): void {
  onServerRequest((request) => {
    if (/^\/api\/test(?:[/?]|$)/.test(request.url ?? '')) request.url = '/en/not-found';
  });
}
