import { Notice } from '@/components/ui/notice';
import { config } from '@/lib/config';
import type { PageFacts, PageName, PageText } from '@/lib/i18n/get-page-texts';
import { getPageTexts } from '@/lib/i18n/get-page-texts';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { nameCountry } from '@/lib/i18n/name-country';
import { merchant } from '@/lib/merchant';
import { formatMoney, nameCurrency } from '@/lib/money';
import { deliveryPrice } from '@/lib/orders/delivery';
import { formatVatRate } from '@/lib/vat-rate';

export function getPageText(name: PageName, language: Language): PageText {
  const facts: PageFacts = {
    legalName: merchant.legalName,
    organisationNumber: merchant.organisationNumber,
    vatNumber: merchant.vatNumber,
    address: `${merchant.street}, ${merchant.postalCode} ${merchant.city}`,
    email: merchant.email,
    phone: merchant.phone,
    currency: nameCurrency(merchant.currency, language),
    vatRates: new Intl.ListFormat(language, { type: 'disjunction' }).format(
      merchant.vatRates.map((rate) => formatVatRate(rate, language)),
    ),
    countries: new Intl.ListFormat(language).format(
      merchant.deliveryCountries.map((country) => nameCountry(country, language)),
    ),
    standardPrice: formatMoney(deliveryPrice('standard'), language),
    expressPrice: formatMoney(deliveryPrice('express'), language),
    transferDays: config().bankTransferDays,
  };
  return getPageTexts(language)(facts)[name];
}

interface Props {
  name: PageName;
  language: Language;
  messages: ShopTexts;
  demonstration: boolean;
}

export function TextPage({ name, language, messages, demonstration }: Props) {
  const { title, intro, sections } = getPageText(name, language);
  return (
    <article className="prose-measure pt-8 lg:pt-12">
      <h1 className="text-title">{title}</h1>
      <p className="mt-3 text-lg text-muted">{intro}</p>
      {demonstration && (
        <div className="mt-6">
          <Notice tone="care">{messages.footer.demo(merchant.name)}</Notice>
        </div>
      )}
      {sections.map((section) => (
        <section key={section.title} className="mt-9">
          <h2 className="text-heading">{section.title}</h2>
          {section.body.map((part) =>
            typeof part === 'string' ? (
              <p key={part} className="mt-3">
                {part}
              </p>
            ) : (
              <ul key={part[0]} className="mt-3 list-disc space-y-1.5 pl-5 marker:text-muted">
                {part.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ),
          )}
        </section>
      ))}
    </article>
  );
}
