import { onServerRequest } from './on-server-request';

const ROUTER_STATE = 'next-router-state-tree';

/**
 * Intercepts requests that Next would answer with 500. TRACE is routed to a 405 answer. Paths are decoded to the form
 * of their routes; paths with an encoded slash are not found. A router state that Next cannot parse is removed.
 * `readRouterState` is Next's own parser, which throws if it cannot parse a state.
 */
export function guardRequest(readRouterState: (header: string | string[]) => unknown): void {
  onServerRequest((request) => {
    if (request.method === 'TRACE') {
      request.method = 'GET';
      request.url = '/api/method-not-allowed';
    }
    request.url = normalizeUrl(request.url ?? '/');
    const state = request.headers[ROUTER_STATE];
    if (state !== undefined && !succeeds(() => readRouterState(state))) delete request.headers[ROUTER_STATE];
  });
}

/**
 * Decodes characters that need no encoding (RFC 3986, 6.2.2.2), including dots: Next treats `%2e%2e` as a dot segment
 * anyway. Malformed encodings stay; Next answers them with 400.
 */
export function normalizeUrl(url: string): string {
  const [path = ''] = url.split('?', 1);
  if (!path.includes('%') || !succeeds(() => decodeURIComponent(path))) return url;
  if (/%(2f|5c)/i.test(path)) return '/en/not-found';
  const plain = path.replace(/%(2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi, decodeURIComponent);
  return plain + url.slice(path.length);
}

function succeeds(work: () => unknown): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
