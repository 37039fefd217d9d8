import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { languages } from './i18n/languages';
import { shopPages } from './shop-pages';

/** First parts of the addresses that a sandbox without a shop serves. Everything that is not here is closed. */
const sandboxRooms = new Set([
  '_next',
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
const shopRooms = new Set<string>(['admin', 'api', ...languages, ...shopPages]);

/**
 * Closes the shop in this process (`SHOP=off`) and leaves the sandbox: everything else is answered by
 * app/sandbox/closed-shop. The address is changed before Next sees it, because prerendered pages never ask at run
 * time, and so an open shop pays nothing for the switch: no proxy stands before its pages.
 */
export function closeShop(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const url = request.url ?? '';
    if (!belongsToSandbox(url)) {
      request.url = isFrontPage(url) ? '/sandbox/closed-shop?front' : '/sandbox/closed-shop';
    }
  });
}

/** `url` as it stands in the request line. An address that Next would read as another one does not belong to it. */
export function belongsToSandbox(url: string): boolean {
  const [path = ''] = url.split('?', 1);
  if (!path.startsWith('/') || /[\\#]|\/\/|\/\.{1,2}(\/|$)|%(2e|2f|5c|25)/i.test(path)) return false;
  const [first = '', ...rest] = path.slice(1).split('/');
  const room = first.toLowerCase();
  if (room === 'api') return rest[0] === 'health';
  if (room === '_next') return rest[0] !== 'data' && rest[0] !== 'image';
  return sandboxRooms.has(room) || isOfNext(room) || (rest.length === 0 && (sandboxFiles.has(room) || isCode(room)));
}

/** An invoice's code or a terminal's (`/R1402562843463`, `/TERMINAL1`), which stand directly below the server's address. */
function isCode(first: string): boolean {
  return /^[a-z0-9_]{1,41}$/.test(first) && !shopRooms.has(first);
}

/** What the browser asks for while developing (`/__nextjs_font/…`). */
function isOfNext(first: string): boolean {
  return first.startsWith('__nextjs');
}

function isFrontPage(url: string): boolean {
  return /^\/(\?|$)/.test(url);
}
