import type { ServerResponse } from 'node:http';
import { onServerRequest } from '../on-server-request';
import { DEFAULT_LANGUAGE_HEADER, shopPages } from '../shop-pages';

/** Not a file such as `/products/honey.svg`, and no path that Next redirects to its usual form. */
const shopPath = new RegExp(`^/(?:(?:${shopPages.join('|')})(?:/[^/.?]+)*)?(?=\\?|$)`);

/**
 * Puts the default language into the paths of shop pages before Next sees them. Next's rewrites (next.config.js) lead to the
 * same pages, but take a fifth of the time of a prerendered page. Like them, this tells Next's client which path it got.
 */
export function addDefaultLanguage(): void {
  onServerRequest((request, response) => {
    delete request.headers[DEFAULT_LANGUAGE_HEADER];
    const url = request.url ?? '';
    if (!shopPath.test(url)) return;
    request.url = `/en${url.replace(/^\/(?=\?|$)/, '')}`;
    // The redirect of /en, which is for addresses that name the language, leaves this request alone.
    request.headers[DEFAULT_LANGUAGE_HEADER] = 'en';
    if (request.headers.rsc !== undefined) {
      response.setHeader('x-nextjs-rewritten-path', request.url.split('?', 1)[0] ?? '');
      hideDefaultLanguage(response);
    }
  });
}

/** Next redirects a request whose `_rsc` is wrong to the path that it has seen, with the right value. */
function hideDefaultLanguage(response: ServerResponse): void {
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    const isPath = name.toLowerCase() === 'location' && typeof value === 'string';
    return setHeader.call(response, name, isPath ? value.replace(/^\/en(?:\/|(?=\?|$))/, '/') : value);
  };
}
