import { languages } from '../i18n/languages';
import { onServerRequest } from '../on-server-request';
import { shopPages } from '../shop-pages';

/** The first path segments that a sandbox without a shop serves. Everything else is closed. */
const sandboxSegments = new Set([
  '_next',
  'api-reference',
  'extclientproxy',
  'payment-view',
  'se-qr-web',
  'sandbox',
  'seqr-webshop-api',
  'seqr-webshop-plugin',
  'soap',
  'webshop-plugin',
]);
const sandboxFiles = new Set(['apple-touch-icon.png', 'favicon.ico', 'favicon.svg', 'logo.svg']);
const shopSegments = new Set<string>(['admin', 'api', 'media', ...languages, ...shopPages]);

/**
 * Closes the shop in this process (`SHOP=off`), but not the sandbox. Requests for the shop are answered by
 * app/sandbox/closed-shop. Their addresses are rewritten before Next sees them, because prerendered pages run no code per
 * request. This costs an open shop nothing.
 */
export function closeShop(): void {
  onServerRequest((request) => {
    const url = request.url ?? '';
    if (!belongsToSandbox(url)) {
      request.url = isFrontPage(url) ? '/sandbox/closed-shop?front' : '/sandbox/closed-shop';
    }
  });
}

/** Whether the sandbox serves `url`, as it is in the request line. False for a URL that Next would normalize. */
export function belongsToSandbox(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  if (!path.startsWith('/') || /[\\#]|\/\/|\/\.{1,2}(\/|$)|%(2e|2f|5c|25)/i.test(path)) return false;
  const [first = '', ...rest] = path.slice(1).split('/');
  const segment = first.toLowerCase();
  if (segment === 'api') return rest[0] === 'health' || url === '/api/openapi.json';
  if (segment === '_next') return rest[0] !== 'data' && rest[0] !== 'image';
  return (
    sandboxSegments.has(segment) ||
    isOfNext(segment) ||
    (rest.length === 0 && (sandboxFiles.has(segment) || isCode(segment)))
  );
}

/** The code of an invoice or terminal (`/R1402562843463`, `/TERMINAL1`), directly below the server's address. */
function isCode(first: string): boolean {
  return /^[a-z0-9_]{1,41}$/.test(first) && !shopSegments.has(first);
}

/** Requests of the development server's client (`/__nextjs_font/…`). */
function isOfNext(first: string): boolean {
  return first.startsWith('__nextjs');
}

function isFrontPage(url: string): boolean {
  return /^\/(\?|$)/.test(url);
}
