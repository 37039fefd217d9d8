import type { ServerResponse } from 'node:http';
import { onServerRequest } from '../on-server-request';
import { DEFAULT_LANGUAGE_HEADER, shopPages } from '../shop-pages';

/** Matches no file such as `/products/honey.svg`, and no path that Next redirects to its canonical form. */
const shopPath = new RegExp(`^/(?:(?:${shopPages.join('|')})(?:/[^/.?]+)*)?(?=\\?|$)`);

/**
 * Puts the default language into the paths of shop pages before Next sees them. Next's rewrites (next.config.js) lead to the
 * same pages, but take a fifth of a prerendered page's time. Like them, this tells Next's client which path was rendered.
 */
export function addDefaultLanguage(): void {
  onServerRequest((request, response) => {
    delete request.headers[DEFAULT_LANGUAGE_HEADER];
    const url = request.url ?? '';
    if (!shopPath.test(url)) return;
    request.url = `/en${url.replace(/^\/(?=\?|$)/, '')}`;
    // Keeps next.config.js from redirecting this request, as it does for addresses in which the client sent /en.
    request.headers[DEFAULT_LANGUAGE_HEADER] = 'en';
    if (request.headers.rsc !== undefined) {
      response.setHeader('x-nextjs-rewritten-path', request.url.split('?', 1)[0] ?? '');
      hideDefaultLanguage(response);
    }
  });
}

/** Removes the language from Next's redirect of a request with a wrong `_rsc`, which leads to the path that Next has seen. */
function hideDefaultLanguage(response: ServerResponse): void {
  const { setHeader } = response;
  response.setHeader = (name, value) => {
    const isPath = name.toLowerCase() === 'location' && typeof value === 'string';
    return setHeader.call(response, name, isPath ? value.replace(/^\/en(?:\/|(?=\?|$))/, '/') : value);
  };
}
