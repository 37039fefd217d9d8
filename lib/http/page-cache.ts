import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { monotonicMs } from '../clock';
import { DEFAULT_LANGUAGE_HEADER } from '../shop-pages';
import { beforeNext } from './before-next';

/** At about 50 kB per page and 10 kB for its compressed form, these take 12 MB. */
const MAX_PAGES = 200;

/**
 * How long a page is served without Next. Changes that are announced end this immediately; a change that nobody announces, such as
 * an edit in the database, is shown this much later than Next alone would.
 */
const KEEP_MS = 10_000;

/** Shorter pages are sent uncompressed. */
const MIN_LENGTH = 1_024;

/** A prerendered page as Next sent it, and its compressed form once a second request has asked for one. */
interface Page {
  readonly headers: OutgoingHttpHeaders;
  readonly html: string;
  readonly until: number;
  gzip: Buffer | 'pending' | null;
}

/** The pages by key, in the order in which they were stored. */
const pages = new Map<string, Page>();
/** Counts the changes, so that a page that Next began to send before one is not stored after it. */
let changes = 0;

/**
 * Answers requests for prerendered pages with what Next sent for the same path before, also compressed. Next's own cache keeps
 * the page's content, but Next looks for the page's route, computes its headers and compresses it for each request.
 * @param tags Next's record of what has expired (app/expire-pages.ts). Each entry in it empties this cache.
 */
export function cachePages(tags: Map<string, unknown>): void {
  const { set } = tags;
  tags.set = (tag, times) => {
    changes += 1;
    pages.clear();
    return set.call(tags, tag, times);
  };
  beforeNext((request, response) => {
    const key = keyOf(request);
    if (key === null) return false;
    const page = pages.get(key);
    if (page && page.until > monotonicMs()) {
      send(page, request, response);
      return true;
    }
    storeWhenSent(key, response);
    return false;
  });
}

/**
 * What Next's answer depends on, or null for everything other than a plain visit: React data for Next's client, a query, a
 * preview, a part of the page. Next redirects `/en/products/x`, but not if the language was added here.
 */
function keyOf({ method, url = '', headers }: IncomingMessage): string | null {
  const isPlain = method === 'GET' && !url.includes('?') && !url.startsWith('/_next/');
  if (!isPlain || headers.rsc !== undefined || headers.range !== undefined) return null;
  if (headers.cookie?.includes('__prerender_bypass')) return null;
  return `${headers[DEFAULT_LANGUAGE_HEADER] ?? ''} ${url}`;
}

function send(page: Page, request: IncomingMessage, response: ServerResponse): void {
  // Some headers are already set, for example `Connection` by a server that is stopping.
  for (const [name, value] of Object.entries(page.headers)) if (value !== undefined) response.setHeader(name, value);
  const isCompressed = acceptsGzip(request) && page.html.length >= MIN_LENGTH;
  if (isCompressed && page.gzip instanceof Buffer) {
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', page.gzip.length);
    response.end(page.gzip);
    return;
  }
  response.setHeader('Content-Length', Buffer.byteLength(page.html));
  response.end(page.html); // lib/http/compress-responses.ts compresses it.
  // Only now, so that a search engine that requests every page once does not make this process compress each of them twice.
  if (isCompressed && page.gzip === null) compress(page);
}

function compress(page: Page): void {
  page.gzip = 'pending';
  gzip(page.html, (error, compressed) => {
    page.gzip = error ? null : compressed;
  });
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0)/.test(String(headers['accept-encoding'] ?? ''));
}

/** Stores what Next is about to send, if it comes from Next's cache and is not expired there. */
function storeWhenSent(key: string, response: ServerResponse): void {
  const { end } = response;
  const before = changes;
  Reflect.set(response, 'end', (...parts: unknown[]) => {
    const [html] = parts;
    if (typeof html === 'string' && changes === before && isFresh(response)) store(key, html, response);
    return Reflect.apply(end, response, parts);
  });
}

function isFresh(response: ServerResponse): boolean {
  if (response.headersSent || response.statusCode !== 200 || response.hasHeader('set-cookie')) return false;
  return response.hasHeader('x-nextjs-prerender') && response.getHeader('x-nextjs-cache') === 'HIT';
}

function store(key: string, html: string, response: ServerResponse): void {
  const previous = pages.get(key);
  pages.delete(key);
  const [oldest] = pages.size < MAX_PAGES ? [] : pages.keys();
  if (oldest !== undefined) pages.delete(oldest);
  const compressed = previous?.html === html && previous.gzip instanceof Buffer ? previous.gzip : null;
  pages.set(key, { headers: response.getHeaders(), html, until: monotonicMs() + KEEP_MS, gzip: compressed });
}
