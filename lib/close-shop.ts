import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { languages } from './i18n/languages';
import { shopPages } from './shop-pages';

const closed = new Set<string | undefined>(['', 'admin', 'api', ...languages, ...shopPages]);

/**
 * Closes the shop in this process (`SHOP=off`) and leaves the sandbox: what belongs to the shop is answered by
 * app/sandbox/closed-shop. The address is changed before Next sees it, because prerendered pages never ask at run
 * time, and so an open shop pays nothing for the switch: no proxy stands before its pages.
 */
export function closeShop(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.url && belongsToShop(request.url)) {
      request.url = isFrontPage(request.url) ? '/sandbox/closed-shop?front' : '/sandbox/closed-shop';
    }
  });
}

/** `url` as it stands in the request line. */
export function belongsToShop(url: string): boolean {
  const [, first = '', second = ''] = (url.split('?', 1)[0] ?? '').split('/').map((part) => part.toLowerCase());
  return closed.has(first) && !(first === 'api' && second === 'health');
}

function isFrontPage(url: string): boolean {
  return /^\/(\?|$)/.test(url);
}
