/** Longer values are not looked at: a browser takes seconds to parse an address of 100 kB. */
export const longestValue = 2000;

/**
 * The absolute form of an address that a page may be sent to or asked at: http, https, or relative to a page of
 * another scheme (an app's own web view). Anything else – scripts, data, credentials in the address – is undefined.
 */
export function safeUrl(value: string | undefined, baseUrl: string): string | undefined {
  if (!value || value.length > longestValue) return undefined;
  try {
    const url = new URL(value, baseUrl);
    const known = /^https?:$/.test(url.protocol) || url.protocol === new URL(baseUrl).protocol;
    return known && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** Where the code leads on the phone itself: SEQR's own codes open the app, a sandbox's code is a plain page. */
export function appLink(invoiceQRCode: string): string {
  return invoiceQRCode.replace(/^https?:(?=\/\/(www\.)?seqr\.se\/)/i, 'SEQR:');
}
