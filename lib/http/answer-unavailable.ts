import type { ServerResponse } from 'node:http';
import { type Language, languages } from '../i18n/languages';
import { ADMIN_LANGUAGE_COOKIE, pickLanguage } from '../i18n/pick-language';
import { onServerRequest } from '../on-server-request';
import { processGlobal } from '../process-global';
import { UNAVAILABLE_DIGEST } from '../unavailable-digest';
import { PAGE_RETRY_SECONDS, unavailablePage } from './unavailable-page';

/** The response to each request in progress, by the request's headers object, which Next passes to `onRequestError`. */
const responses = () => processGlobal('page-responses', () => new WeakMap<object, ServerResponse>());

/** Records the responses that `answerUnavailable` needs. Call it at start-up. */
export function notePageResponses(): void {
  onServerRequest((request, response) => {
    responses().set(request.headers, response);
  });
}

/** The properties of the request that Next passes to `onRequestError`, as far as they are used here. */
type PageRequest = {
  readonly path: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
};

/**
 * Replaces the response with a 503 page if a page fails because the database cannot be used now. Next would answer 500
 * with a page that is empty without JavaScript. Called when the page fails, before any header is sent. If Next has
 * already sent the beginning of the page, the error page in the browser shows the same text.
 */
export function answerUnavailable(error: unknown, request: PageRequest): void {
  if (!(error instanceof Error) || Reflect.get(error, 'digest') !== UNAVAILABLE_DIGEST) return;
  const response = responses().get(request.headers);
  if (!response || response.headersSent || !/^(?:GET|HEAD)$/.test(request.method)) return;
  const { flushHeaders, write, end } = response;
  let isReplaced = false;

  function replace(response: ServerResponse): boolean {
    if (isReplaced || response.headersSent || response.statusCode !== 500) return isReplaced;
    isReplaced = true;
    const language = pageLanguage(request);
    const page = unavailablePage(language, !isBackOffice(request.path));
    for (const name of response.getHeaderNames()) if (describesContent.test(name)) response.removeHeader(name);
    response.statusCode = 503;
    response.setHeader('Retry-After', String(PAGE_RETRY_SECONDS));
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    Reflect.apply(end, response, [page]);
    return true;
  }

  Reflect.set(response, 'flushHeaders', () => replace(response) || Reflect.apply(flushHeaders, response, []));
  Reflect.set(response, 'write', (...chunk: unknown[]) => replace(response) || Reflect.apply(write, response, chunk));
  Reflect.set(response, 'end', (...chunk: unknown[]) =>
    replace(response) ? response : Reflect.apply(end, response, chunk),
  );
}

/** Headers that describe the replaced page. `Vary` and the security headers stay. */
const describesContent = /^(?:content-(?:type|length|encoding|language)|etag|last-modified|link|x-nextjs-.*)$/;

function isBackOffice(path: string): boolean {
  return /^\/admin(?:[/?]|$)/.test(path);
}

/** The language in the address of a shop page. In the back office, the chosen language, otherwise the browser's. */
function pageLanguage({ path, headers }: PageRequest): Language {
  const first = path.split(/[/?]/)[1];
  if (!isBackOffice(path)) return languages.find((language) => language === first) ?? 'en';
  const chosen = new RegExp(`(?:^|; *)${ADMIN_LANGUAGE_COOKIE}=(\\w+)`).exec(String(headers.cookie ?? ''))?.[1];
  return pickLanguage(chosen, headers['accept-language']?.toString() ?? null);
}
