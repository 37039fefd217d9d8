import { escapeHtml } from '../http/escape-html';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';

/** Two words of this length fit next to each other on a phone's screen. */
const MAX_UNBROKEN = 17;

/** A mail's content in parts; plain text and HTML are two renderings of it. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** Rows of label and value; `total` separates a row from those above. */
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

export type Row = { readonly label: string; readonly value: string; readonly total?: boolean };

export type MailText = { readonly subject: string; readonly parts: readonly Part[] };

function signature(): string[] {
  return [
    `${merchant.legalName}, ${merchant.street}, ${merchant.postalCode} ${merchant.city}`,
    `${merchant.organisationNumber} · ${merchant.email} · ${merchant.phone}`,
  ];
}

export function writePlain({ parts }: MailText): string {
  return `${[...parts.map(plainPart), `-- \n${signature().join('\n')}`].join('\n\n')}\n`;
}

function plainPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'link':
      return `${part.label}:\n${part.url}`;
    case 'rows':
      return part.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
  }
}

const PAPER = '#ffffff';
const INK = '#1d2b25';
const MUTED = '#5b6a62';
const LINE = '#d9ded9';

/**
 * The complete style of an element with text. Mail clients drop inherited styles (tables lose the font, dark modes
 * change colours), so each element sets its own colours, font and size.
 */
function textStyle(more: string, { color = INK, size = 16, background = PAPER } = {}): string {
  const font = `font-family:-apple-system,'Segoe UI',Helvetica,Arial,sans-serif;font-size:${size}px;line-height:1.5`;
  return `style="${font};color:${color};background-color:${background};${more}"`;
}

/** One column of tables and paragraphs with inline styles, as mail clients require; no images, no scripts. */
export function writeHtml({ subject, parts }: MailText, language: Language): string {
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light only">' +
    '<meta name="supported-color-schemes" content="light only">' +
    `<title>${escapeHtml(subject)}</title></head>` +
    `<body ${textStyle('margin:0;padding:24px', { background: merchant.colours.paper.light })}>` +
    `<div ${textStyle('max-width:560px;margin:0 auto;padding:24px;border-radius:12px')}>` +
    `<p ${textStyle('margin:0 0 20px;font-weight:600', { color: merchant.colours.accent.light, size: 20 })}>${escapeHtml(merchant.name)}</p>` +
    `${parts.map(htmlPart).join('')}` +
    `<p ${textStyle(`margin:28px 0 0;padding-top:16px;border-top:1px solid ${LINE}`, { color: MUTED, size: 13 })}>` +
    `${signature().map(escapeHtml).join('<br>')}</p></div></body></html>`
  );
}

function htmlPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `<p ${textStyle('margin:0 0 16px')}>${escapeHtml(part.text)}</p>`;
    case 'link':
      return (
        `<p ${textStyle('margin:0 0 16px')}>` +
        `<a href="${escapeHtml(part.url)}" ${textStyle('text-decoration:underline', { color: merchant.colours.accent.light })}>${escapeHtml(part.label)}</a></p>`
      );
    case 'rows':
      return `<table ${textStyle('width:100%;margin:0 0 16px;border-collapse:collapse')}>${part.rows.map(htmlRow).join('')}</table>`;
  }
}

function htmlRow({ label, value, total }: Row): string {
  const cell = `padding:6px 0;vertical-align:top;${total ? `border-top:1px solid ${LINE};font-weight:600` : 'font-weight:400'}`;
  return (
    `<tr><td ${textStyle(`${cell};${wrapOf(label)}`)}>${escapeHtml(label)}</td>` +
    `<td ${textStyle(`${cell};padding-left:16px;text-align:right;${wrapOf(value)}`)}>${escapeHtml(value)}</td></tr>`
  );
}

/**
 * Cells get `overflow-wrap: anywhere` only for a word that may have to break. It lets a column become narrower than its
 * longest word, so mail programs would break short words too.
 */
function wrapOf(text: string): string {
  const hasLongWord = text.split(/\s+/).some((word) => word.length > MAX_UNBROKEN);
  return `overflow-wrap:${hasLongWord ? 'anywhere' : 'break-word'}`;
}
