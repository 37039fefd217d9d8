/** The wallet's own pages. As referrers, they do not show that the shop's page is open. */
const WALLET_PATH = /^\/(?:R\d{6,20}|sandbox(?:\/.*)?)\/?$/i;

/**
 * Whether the app was opened by a link on this device, so the shop's page is still open here. A scanned code or a typed
 * address has neither a Referer nor a site in Sec-Fetch-Site (over plain http browsers do not send Sec-Fetch-Site).
 * `ownAddress` is the wallet's (`serverAddress`).
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
