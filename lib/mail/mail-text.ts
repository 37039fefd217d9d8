import { escapeHtml } from '../escape-html';
import type { Language } from '../i18n/languages';
import { merchant } from '../merchant';

/** What a mail says, part by part; the plain text and the HTML are two ways of writing the same. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** Rows of a label and a value; `total` is set apart from those above it. */
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | { readonly kind: 'link'; readonly label: string; readonly url: string };

export type Row = { readonly label: string; readonly value: string; readonly total?: boolean };

export type MailText = { readonly subject: string; readonly parts: readonly Part[] };

const signature = [
  `${merchant.legalName}, ${merchant.street}, ${merchant.postalCode} ${merchant.city}`,
  `${merchant.organisationNumber} · ${merchant.email} · ${merchant.phone}`,
];

export function writePlain({ parts }: MailText): string {
  return `${[...parts.map(plainPart), `-- \n${signature.join('\n')}`].join('\n\n')}\n`;
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

/** One column of tables and paragraphs with styles at the elements, as mail programs want it; no picture, no script. */
export function writeHtml({ subject, parts }: MailText, language: Language): string {
  const font = 'font:16px/1.5 -apple-system,Segoe UI,Helvetica,Arial,sans-serif;color:#1d2b25';
  return (
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">' +
    `<title>${escapeHtml(subject)}</title></head>` +
    `<body style="margin:0;padding:24px;background:#f7f6f1;${font}">` +
    `<div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:12px">` +
    `<p style="margin:0 0 20px;font-size:20px;font-weight:600;color:#2b5e45">${escapeHtml(merchant.name)}</p>` +
    `${parts.map(htmlPart).join('')}` +
    `<p style="margin:28px 0 0;padding-top:16px;border-top:1px solid #d9ded9;font-size:13px;color:#5b6a62">` +
    `${signature.map(escapeHtml).join('<br>')}</p></div></body></html>`
  );
}

function htmlPart(part: Part): string {
  switch (part.kind) {
    case 'text':
      return `<p style="margin:0 0 16px">${escapeHtml(part.text)}</p>`;
    case 'link':
      return `<p style="margin:0 0 16px"><a href="${escapeHtml(part.url)}" style="color:#2b5e45">${escapeHtml(part.label)}</a></p>`;
    case 'rows':
      return `<table style="width:100%;margin:0 0 16px;border-collapse:collapse">${part.rows.map(htmlRow).join('')}</table>`;
  }
}

function htmlRow({ label, value, total }: Row): string {
  const cell = `padding:6px 0;vertical-align:top;overflow-wrap:anywhere;${total ? 'border-top:1px solid #d9ded9;font-weight:600' : ''}`;
  return (
    `<tr><td style="${cell}">${escapeHtml(label)}</td>` +
    `<td style="${cell};padding-left:16px;text-align:right;overflow-wrap:anywhere">${escapeHtml(value)}</td></tr>`
  );
}
