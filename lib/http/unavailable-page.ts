import { getErrorPageTexts } from '../i18n/get-error-page-texts';
import { type Language, localPath } from '../i18n/languages';
import { merchant } from '../merchant';
import { escapeHtml } from './escape-html';

/** The page reloads after this many seconds. The texts mention the number. */
export const PAGE_RETRY_SECONDS = 10;

const STYLE = `:root{color-scheme:light dark}body{margin:15vh auto;max-width:34rem;padding:0 1.25rem;font:1.1rem/1.6 system-ui}h1{font-size:1.8rem;line-height:1.2}a.again{display:inline-block;margin:1rem 0;padding:.7rem 1.5rem;border:2px solid;border-radius:2rem;color:inherit;font-weight:600;text-decoration:none}`;

/**
 * A complete page that says that the database cannot be used now. It needs neither the database nor JavaScript, and
 * reloads its address by itself, so that a waiting payment page resumes. `isShop`: the page is for a buyer.
 */
export function unavailablePage(language: Language, isShop: boolean): string {
  const { unavailable: t, retry } = getErrorPageTexts(language);
  const [title, shop] = [escapeHtml(t.title), escapeHtml(merchant.name)];
  const paragraphs = [t.text, ...(isShop ? [t.paying] : [])].map((text) => `<p>${escapeHtml(text)}</p>`).join('');
  const home = isShop ? `<p><a href="${localPath(language, '/')}">${shop}</a></p>` : '';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><meta http-equiv="refresh" content="${PAGE_RETRY_SECONDS}"><title>${title} – ${shop}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${paragraphs}<p><a class="again" href="">${escapeHtml(retry)}</a></p><p>${escapeHtml(t.again)}</p>${home}</main></body></html>`;
}
