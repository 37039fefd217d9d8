import type { Mode } from './parameters';

/** Longer values are rejected unparsed: browsers take seconds to parse an address of 100 kB. */
export const maxValueLength = 2000;

/**
 * Returns the absolute form of an address that is safe to open or query: http, https, or relative to a page of another
 * scheme (an app's own web view). Returns undefined for anything else, such as scripts, data and credentials.
 */
export function safeUrl(value: string | undefined, baseUrl: string): string | undefined {
  if (!value || value.length > maxValueLength) return undefined;
  try {
    const url = new URL(value, baseUrl);
    const isSupported = /^https?:$/.test(url.protocol) || url.protocol === new URL(baseUrl).protocol;
    return isSupported && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The link for the payer's own phone: SEQR's codes open the app (in demo mode its test version), others a web page. */
export function appLink(invoiceQRCode: string, mode: Mode): string {
  const scheme = mode === 'demo' ? 'SEQR-DEMO:' : 'SEQR:';
  return invoiceQRCode.replace(/^https?:(?=\/\/(www\.)?seqr\.se\/)/i, scheme);
}
