import { escapeHtml } from '@/lib/http/escape-html';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';

/** Answers a plain form that was sent too often: 429, the reason and a link back. Does not use the database. */
export function tooOftenPage(seconds: number, back: string, language: Language): Response {
  const { title, text, back: label } = getShopTexts(language).tooOften;
  const html = `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>
  :root { color-scheme: light dark }
  body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.25rem }
</style>
<main>
<h1>${title}</h1>
<p>${text}</p>
<p><a href="${escapeHtml(back)}">${label}</a></p>
</main>
</html>
`;
  return new Response(html, {
    status: 429,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Retry-After': String(seconds),
      'Cache-Control': 'no-store',
    },
  });
}
