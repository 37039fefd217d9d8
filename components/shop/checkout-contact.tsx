import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { CheckoutField, CheckoutSelect } from './checkout-field';
import { CheckoutStep } from './checkout-step';

interface Props {
  /** The values entered earlier, if the form is shown again with a problem. */
  values: Record<string, string>;
  countries: readonly (keyof ShopTexts['checkout']['countries'])[];
  messages: ShopTexts;
}

/** The buyer's contact details and address. */
export function CheckoutContact({ values, countries, messages: { checkout: m } }: Props) {
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
          defaultValue={values.country ?? countries[0] ?? ''}
        >
          {countries.map((country) => (
            <option key={country} value={country}>
              {m.countries[country]}
            </option>
          ))}
        </CheckoutSelect>
      </CheckoutStep>
    </>
  );
}
