import { getPayerAppTexts } from '../../lib/i18n/get-payer-app-texts';
import { getShopTexts, type ShopTexts } from '../../lib/i18n/get-shop-texts';
import type { FullLanguage } from '../../lib/i18n/languages';

const languages: readonly FullLanguage[] = ['en', 'sv'];

/** Matches a text that is one of these. */
export function oneOf(texts: readonly string[]): RegExp {
  return new RegExp(`^(?:${texts.map(escapeForRegExp).join('|')})$`);
}

/** Matches a text that begins with one of these, such as a label before an amount. */
export function beginningWith(texts: readonly string[]): RegExp {
  return new RegExp(`^(?:${texts.map(escapeForRegExp).join('|')})`);
}

/** A text of the shop in English and in Swedish. */
export function shopTexts(pick: (texts: ShopTexts) => string): string[] {
  return languages.map((language) => pick(getShopTexts(language)));
}

/** A text of the payer app in English and in Swedish. */
export function payerAppTexts(pick: (texts: ReturnType<typeof getPayerAppTexts>) => string): string[] {
  return languages.map((language) => pick(getPayerAppTexts(language)));
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
