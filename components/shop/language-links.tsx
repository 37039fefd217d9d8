import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, languages } from '@/lib/i18n/languages';
import { LanguageLink } from './language-link';

interface Props {
  language: Language;
  /** Whether the link contains only the language's name. */
  short?: boolean;
  className: string;
}

/** Links to this page in the shop's other languages. */
export function LanguageLinks({ language, short = false, className }: Props) {
  return languages
    .filter((other) => other !== language)
    .map((other) => {
      const { name, switchTo } = getShopTexts(other).language;
      return <LanguageLink key={other} to={other} label={short ? name : switchTo} className={className} />;
    });
}
