/**
 * Returns the merchant's backURL if it is an http or https address, otherwise undefined. `javascript:` and apps'
 * schemes are dropped.
 */
export function toSafeBackUrl(backUrl: string | null | undefined): string | undefined {
  if (!backUrl || !URL.canParse(backUrl)) return undefined;
  const url = new URL(backUrl);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}
