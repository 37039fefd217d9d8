import { getShopTexts } from '../i18n/get-shop-texts';
import { inEachLanguage, type Language } from '../i18n/languages';
import { isKeyOf, keysOf } from '../keys-of';
import { writeHtml, writePlain } from '../mail/mail-text';
import { previews } from '../mail/previews';
import type { Session } from './session';

export type PreviewKind = keyof typeof previews;

export type MailPreview = {
  readonly kind: PreviewKind;
  readonly language: Language;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

export const previewKinds: readonly PreviewKind[] = keysOf(previews);

/**
 * Every language that mails are written in, including those that the shop does not serve, with its name in that
 * language.
 */
export const previewLanguages = keysOf(inEachLanguage((language) => language)).map((language) => ({
  language,
  name: getShopTexts(language).language.name,
}));

/** A mail about a sample order. For an unknown kind, the receipt; for an unknown language, English. */
export function previewMail(_session: Session, kind: string | undefined, language: string | undefined): MailPreview {
  const shown = kind !== undefined && isKeyOf(previews, kind) ? kind : 'receipt';
  const inLanguage = previewLanguages.find((known) => known.language === language)?.language ?? 'en';
  const mail = previews[shown](inLanguage);
  const [html, text] = [writeHtml(mail, inLanguage), writePlain(mail)];
  return { kind: shown, language: inLanguage, subject: mail.subject, html, text };
}
