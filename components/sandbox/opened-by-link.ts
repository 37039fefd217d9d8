/** The wallet's own pages: coming from one of them says nothing about where the shop is open. */
const WALLET_PATH = /^\/(?:R\d{6,20}|sandbox(?:\/.*)?)\/?$/i;

/**
 * Whether the app was opened by a link on this very device, so that the shop's page is waiting here to be gone back
 * to. A scanned code or a typed address arrives with neither a Referer nor a site in Sec-Fetch-Site (and over plain
 * http in a local network browsers send no Sec-Fetch-Site at all). `ownAddress` is the wallet's (`serverAddress`).
 */
export function isOpenedByLink(headers: Pick<Headers, 'get'>, ownAddress: string): boolean {
  const referer = headers.get('referer');
  if (referer && URL.canParse(referer)) {
    const from = new URL(referer);
    const here = from.host === new URL(ownAddress).host;
    return !(here && WALLET_PATH.test(from.pathname));
  }
  return ['same-origin', 'same-site', 'cross-site'].includes(headers.get('sec-fetch-site') ?? '');
}

/** The merchant's backURL when it is an ordinary web address, else undefined: no `javascript:`, no app schemes. */
export function toSafeBackUrl(backUrl: string | null | undefined): string | undefined {
  if (!backUrl || !URL.canParse(backUrl)) return undefined;
  const url = new URL(backUrl);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
