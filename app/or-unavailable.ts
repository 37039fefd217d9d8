import type { IncomingMessage } from 'node:http';
import { isDatabaseFailure } from '@/lib/db/database-failure';
import { escapeHtml } from '@/lib/http/escape-html';
import { jsonResponse } from '@/lib/http/json-response';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { languages } from '@/lib/i18n/languages';
import { log } from '@/lib/log';
import { merchant } from '@/lib/merchant';

const RETRY_SECONDS = 5;

/**
 * Wraps a route: answers 503 if the database is locked, full, read-only or unreachable. Browsers that sent a plain form
 * get a page, programs get JSON, and SEQR retries its notification.
 */
export function orUnavailable<
  More extends unknown[],
  Answer extends Response | null = Response,
  Incoming extends Request | IncomingMessage = Request,
>(handle: (request: Incoming, ...more: More) => Promise<Answer>) {
  return async (request: Incoming, ...more: More): Promise<Answer | Response> => {
    try {
      return await handle(request, ...more);
    } catch (error) {
      if (!isDatabaseFailure(error)) throw error;
      log.error({ err: error }, 'database: cannot be used now');
      const headers = { 'Retry-After': String(RETRY_SECONDS), 'Cache-Control': 'no-store' };
      const accept = acceptOf(request);
      if (accept?.includes('text/html')) return page(headers);
      const body = { error: 'unavailable', message: getShopTexts('en').unavailable, problems: [] };
      return jsonResponse(body, { status: 503, headers });
    }
  };
}

function acceptOf({ headers }: Request | IncomingMessage): string | null | undefined {
  return headers instanceof Headers ? headers.get('accept') : headers.accept;
}

function page(headers: Record<string, string>): Response {
  const text = languages.map((language) => `<p lang="${language}">${getShopTexts(language).unavailable}</p>`).join('');
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(merchant.name)}</title><main><h1>503</h1>${text}</main></html>`;
  return new Response(html, { status: 503, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
}
