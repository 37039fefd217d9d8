import { log } from '@/lib/log';
import { isDatabaseFailure } from '@/lib/sqlite/database-failure';

const RETRY_SECONDS = 5;
const sentences = {
  en: 'The shop cannot write anything down at this moment, so it did not finish what you asked for. Nothing has been charged by it. Please try again in a moment.',
  sv: 'Butiken kan inte skriva ner något just nu, så det du bad om blev inte klart. Inget har dragits för det. Försök igen om en stund.',
} as const;

/**
 * A route that writes, with a proper answer (503) where the database is locked, full or read-only. Browsers that sent a
 * plain form get a page, programs get JSON, and SEQR, which reads neither, sends its notification again.
 */
export function orUnavailable<More extends unknown[]>(handle: (request: Request, ...more: More) => Promise<Response>) {
  return async (request: Request, ...more: More): Promise<Response> => {
    try {
      return await handle(request, ...more);
    } catch (error) {
      if (!isDatabaseFailure(error)) throw error;
      log.error({ err: error }, 'database: nothing can be written');
      const headers = { 'Retry-After': String(RETRY_SECONDS), 'Cache-Control': 'no-store' };
      if (request.headers.get('accept')?.includes('text/html')) return page(headers);
      const body = { error: 'unavailable', message: sentences.en, problems: [] };
      return Response.json(body, { status: 503, headers });
    }
  };
}

function page(headers: Record<string, string>): Response {
  const text = `<p lang="en">${sentences.en}</p><p lang="sv">${sentences.sv}</p>`;
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tallbacka</title><main><h1>503</h1>${text}</main></html>`;
  return new Response(html, { status: 503, headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8' } });
}
