import type { ServerResponse } from 'node:http';
import { onServerRequest } from '../on-server-request';

/**
 * Makes browsers ask for a new page before they show a stored one. For prerendered pages Next sends `s-maxage=60,
 * stale-while-revalidate=<a year>`. That is meant for shared caches, but Chrome obeys it too: after a click on a link,
 * a buyer saw the price of their last visit. Shared caches may still store a page for `s-maxage`.
 */
export function forbidStalePages(): void {
  onServerRequest((_request, response) => {
    const setHeader: ServerResponse['setHeader'] = response.setHeader.bind(response);
    response.setHeader = (name, value) => setHeader(name, withoutStale(name, value));
  });
}

function withoutStale(name: string, value: Parameters<ServerResponse['setHeader']>[1]) {
  if (typeof value !== 'string' || name.toLowerCase() !== 'cache-control') return value;
  return value.replace(/, stale-while-revalidate=\d+$/, ', max-age=0, must-revalidate');
}
