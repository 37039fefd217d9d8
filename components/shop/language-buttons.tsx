import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, languages } from '@/lib/i18n/languages';

/**
 * Changes the language of the checkout without JavaScript. A button submits the form, so the entered values are kept.
 * Without JavaScript, globals.css hides the links in header and footer. The form's own button comes before these, so
 * that Enter presses it.
 */
export function LanguageButtons({ language }: { language: Language }) {
  return (
    <noscript>
      {languages
        .filter((other) => other !== language)
        .map((other) => (
          <button
            key={other}
            type="submit"
            formAction={`/api/checkout/draft?to=${other}`}
            formNoValidate
            lang={other}
            className="mt-3 mr-4 py-1.5 underline underline-offset-4"
          >
            {getShopTexts(other).language.switchTo}
          </button>
        ))}
    </noscript>
  );
}
