import { escapeHtml } from '@/lib/escape-html';
import type { Language } from '@/lib/i18n/languages';

const words: Record<Language, { title: string; text: string; back: string }> = {
  en: {
    title: 'Please wait a moment',
    text: 'That was asked for very often from your network just now, so nothing was done. Your cart and what you wrote are still there. Please try again in a minute.',
    back: 'Back',
  },
  sv: {
    title: 'Vänta ett ögonblick',
    text: 'Det begärdes väldigt ofta från ditt nätverk nyss, så inget hände. Varukorgen och det du skrev finns kvar. Försök igen om en minut.',
    back: 'Tillbaka',
  },
};

/** Answers a plain form that was sent too often: 429, why, and the way back. Needs nothing of the shop but this line. */
export function waitPage(seconds: number, back: string, language: Language): Response {
  const { title, text, back: label } = words[language];
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
