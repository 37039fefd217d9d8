import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { onServerRequest } from '../on-server-request';

/** At about 50 kB per page and 10 kB for its compressed form, these take 12 MB. */
const MAX_PAGES = 200;

/** Shorter pages are sent uncompressed. */
const MIN_LENGTH = 1_024;

/** Prerendered pages by their content, compressed; null if a page has been requested only once. */
const compressed = new Map<string, Buffer | null>();
const pending = new Set<string>();

/** Next's own functions: `compress` compresses a response, and `release` stops this after the client has disconnected. */
interface Compression {
  compress: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  release: (response: ServerResponse) => void;
}

/**
 * Compresses responses as Next would (`compress` in next.config.js), but a prerendered page only once. Next compresses it
 * for each request, which takes longer than everything else that the request needs.
 */
export function compressResponses({ compress, release }: Compression): void {
  onServerRequest((request, response) => {
    compress(request, response, () => {});
    response.once('close', () => {
      if (!response.writableFinished) release(response);
    });
    if (request.method === 'GET' && acceptsGzip(request)) sendCompressedPage(response);
  });
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0)/.test(String(headers['accept-encoding'] ?? ''));
}

/** Sends the compressed page, if there is one. Next's middleware does not change a response with a `Content-Encoding`. */
function sendCompressedPage(response: ServerResponse): void {
  const { end } = response;
  Reflect.set(response, 'end', (...parts: unknown[]) => {
    const [html] = parts;
    const page = typeof html === 'string' && isPrerendered(response) ? findCompressed(html) : null;
    if (page === null) return Reflect.apply(end, response, parts);
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', page.length);
    return Reflect.apply(end, response, [page]);
  });
}

function isPrerendered(response: ServerResponse): boolean {
  return !response.headersSent && response.statusCode === 200 && response.hasHeader('x-nextjs-prerender');
}

/**
 * Null until the page has been compressed, which its second request starts. So a search engine that requests many pages once
 * does not make this process compress each of them a second time, after Next.
 */
function findCompressed(html: string): Buffer | null {
  const known = compressed.get(html);
  if (known) return known;
  if (html.length < MIN_LENGTH || pending.has(html)) return null;
  if (known === undefined) {
    const [oldest] = compressed.size < MAX_PAGES ? [] : compressed.keys();
    if (oldest !== undefined) compressed.delete(oldest);
    compressed.set(html, null);
    return null;
  }
  pending.add(html);
  gzip(html, (error, page) => {
    pending.delete(html);
    if (!error && compressed.has(html)) compressed.set(html, page);
  });
  return null;
}
