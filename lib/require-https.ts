import { config } from './config';
import { onServerRequest } from './on-server-request';

const YEAR_SECONDS = 31_536_000;

/**
 * Tells browsers to use https only (HSTS) if PUBLIC_URL is https. Evaluated at run time, because headers in
 * next.config.js are fixed at build time. Subdomains are not included, because they may not support https.
 */
export function requireHttps(): void {
  if (!config().publicUrl?.startsWith('https:')) return;
  onServerRequest((_request, response) => {
    response.setHeader('Strict-Transport-Security', `max-age=${YEAR_SECONDS}`);
  });
}
