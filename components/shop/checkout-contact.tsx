import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { nameCountry } from '@/lib/i18n/name-country';
import { merchant } from '@/lib/merchant';
import { CheckoutField, CheckoutSelect } from './checkout-field';
import { CheckoutStep } from './checkout-step';

interface Props {
  /** The values entered earlier, if the form is shown again with a problem. */
  values: Record<string, string>;
  language: Language;
  messages: ShopTexts;
}

/** The buyer's contact details and address. */
export function CheckoutContact({ values, language, messages: { checkout: m } }: Props) {
  const field = (name: string) => ({ name, defaultValue: values[name] ?? '' });
  return (
    <>
      <CheckoutStep number={1} title={m.contact}>
        <CheckoutField {...field('name')} label={m.name} autoComplete="name" />
        <CheckoutField
          {...field('email')}
          label={m.email}
          hint={m.emailHint}
          type="email"
          inputMode="email"
          autoComplete="email"
        />
      </CheckoutStep>
      <CheckoutStep number={2} title={m.address}>
        <CheckoutField {...field('address')} label={m.street} autoComplete="street-address" />
        <div className="grid gap-4 xs:grid-cols-[8rem_1fr]">
          <CheckoutField {...field('postalCode')} label={m.postalCode} inputMode="numeric" autoComplete="postal-code" />
          <CheckoutField {...field('city')} label={m.city} autoComplete="address-level2" />
        </div>
        <CheckoutSelect
          name="country"
          label={m.country}
          autoComplete="country"
          defaultValue={values.country ?? merchant.deliveryCountries[0]}
        >
          {merchant.deliveryCountries.map((country) => (
            <option key={country} value={country}>
              {nameCountry(country, language)}
            </option>
          ))}
        </CheckoutSelect>
      </CheckoutStep>
    </>
  );
}
