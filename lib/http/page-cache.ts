import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { monotonicMs } from '../clock';
import { DEFAULT_LANGUAGE_HEADER } from '../shop-pages';
import { beforeNext } from './before-next';

/** A page takes about 50 kB, plus 10 kB compressed, so 500 take at most 30 MB. Most answers are parts of pages and far smaller. */
const MAX_ANSWERS = 500;

/**
 * How long a stored answer is sent. A change that expires a tag empties the cache immediately. A direct edit of the database
 * expires no tag, so it can appear this much later than without the cache.
 */
const KEEP_MS = 10_000;

/** Shorter answers are sent uncompressed. */
const MIN_LENGTH = 1_024;

/** What Next sent for a prerendered page, and its compressed form once a second request has asked for one. */
interface Answer {
  readonly headers: OutgoingHttpHeaders;
  readonly content: Buffer;
  readonly until: number;
  gzip: Buffer | 'pending' | null;
}

/** The answers by key, in the order in which they were stored. */
const answers = new Map<string, Answer>();
/** Counts the changes, so that an answer that Next began before one is not stored after it. */
let changes = 0;

/**
 * Answers requests for prerendered pages with what Next sent to the same request before, also compressed. Next's own cache keeps
 * the page's content, but Next looks for the page's route, computes its headers and compresses it for each request.
 * @param tags Next's record of what has expired (app/expire-pages.ts). Each entry in it empties this cache.
 */
export function cachePages(tags: Map<string, unknown>): void {
  const { set } = tags;
  tags.set = (tag, times) => {
    changes += 1;
    answers.clear();
    return set.call(tags, tag, times);
  };
  beforeNext((request, response) => {
    const key = keyOf(request);
    if (key === null) return false;
    const answer = answers.get(key);
    if (answer && answer.until > monotonicMs()) {
      send(answer, request, response);
      return true;
    }
    storeWhenSent(key, request.headers.rsc === undefined ? 'text/html' : 'text/x-component', response);
    return false;
  });
}

/**
 * The key under which the answer to a plain visit, or to a prefetch of a part of a page, is stored. Null for queries,
 * navigations, previews and ranges, which Next always answers itself. If `rsc` is 1, Next verifies `_rsc`, a hash of the
 * client's other headers; for any other `rsc`, it sends a document. Browsers without TLS send a short hash, which can
 * be forged, so the key also contains the part of the page. Next redirects `/en/products/x` if the client sent that path, but
 * not if this server added the language to it. So the key also contains the added language.
 */
function keyOf({ method, url = '', headers }: IncomingMessage): string | null {
  const query = url.split('?', 2)[1];
  const part = headers['next-router-segment-prefetch'];
  const isVisit = headers.rsc === undefined && query === undefined;
  const isPrefetch = headers.rsc === '1' && part !== undefined && /^_rsc=[\w-]+$/.test(query ?? '');
  if (method !== 'GET' || !(isVisit || isPrefetch)) return null;
  if (headers.range !== undefined || headers.cookie?.includes('__prerender_bypass')) return null;
  return `${headers[DEFAULT_LANGUAGE_HEADER] ?? ''} ${url} ${part ?? ''}`;
}

function send(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  // Some headers are already set, for example `Connection` by a server that is stopping.
  for (const [name, value] of Object.entries(answer.headers)) if (value !== undefined) response.setHeader(name, value);
  const isCompressed = acceptsGzip(request) && answer.content.length >= MIN_LENGTH;
  if (isCompressed && answer.gzip instanceof Buffer) {
    response.setHeader('Content-Encoding', 'gzip');
    response.setHeader('Content-Length', answer.gzip.length);
    response.end(answer.gzip);
    return;
  }
  response.setHeader('Content-Length', answer.content.length);
  response.end(answer.content); // lib/http/compress-responses.ts compresses it.
  // Only now: a search engine that requests every page once does not make this process compress each of them twice.
  if (isCompressed && answer.gzip === null) compress(answer);
}

function compress(answer: Answer): void {
  answer.gzip = 'pending';
  gzip(answer.content, (error, compressed) => {
    answer.gzip = error ? null : compressed;
  });
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  return /\bgzip\b(?!\s*;\s*q=0)/.test(String(headers['accept-encoding'] ?? ''));
}

/** Stores what Next is about to send, if it has this type, comes from Next's cache and is not expired there. */
function storeWhenSent(key: string, type: string, response: ServerResponse): void {
  const { end } = response;
  const before = changes;
  Reflect.set(response, 'end', (...parts: unknown[]) => {
    const [content] = parts;
    if (typeof content === 'string' && changes === before && isFresh(type, response)) store(key, content, response);
    return Reflect.apply(end, response, parts);
  });
}

function isFresh(type: string, response: ServerResponse): boolean {
  if (!String(response.getHeader('content-type')).startsWith(type)) return false;
  if (response.headersSent || response.statusCode !== 200 || response.hasHeader('set-cookie')) return false;
  return response.hasHeader('x-nextjs-prerender') && response.getHeader('x-nextjs-cache') === 'HIT';
}

function store(key: string, text: string, response: ServerResponse): void {
  const content = Buffer.from(text);
  const previous = answers.get(key);
  answers.delete(key);
  const [oldest] = answers.size < MAX_ANSWERS ? [] : answers.keys();
  if (oldest !== undefined) answers.delete(oldest);
  const compressed = previous?.content.equals(content) && previous.gzip instanceof Buffer ? previous.gzip : null;
  answers.set(key, { headers: response.getHeaders(), content, until: monotonicMs() + KEEP_MS, gzip: compressed });
}
