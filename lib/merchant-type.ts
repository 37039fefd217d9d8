import type { Currency } from './money';

/** The countries whose postal codes the checkout can check: lib/checkout/postal-code.ts has the rule of each. */
export type Country = 'SE' | 'DK' | 'FI' | 'EE' | 'DE';

/** A colour for light and one for dark screens, as `#rrggbb`. */
type Colour = { readonly light: `#${string}`; readonly dark: `#${string}` };

/** What the shop says about itself in one language. */
type Wording = {
  /** Follows the name in the browser's title bar and in search results. */
  readonly tagline: string;
  /** Two sentences for search engines. */
  readonly description: string;
  /** The heading and the first paragraph of the front page. */
  readonly title: string;
  readonly intro: string;
  /** Shown below the name in each page's footer. */
  readonly motto: string;
};

export type Merchant = {
  readonly name: string;
  readonly legalName: string;
  readonly organisationNumber: string;
  readonly vatNumber: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: Country;
  readonly email: string;
  readonly phone: string;
  readonly bankgiro: string;
  /** For transfers from abroad; empty if there is none. The server does not start if the check digits are wrong. */
  readonly iban: string;
  readonly bic: string;
  /** The currency of prices, delivery, invoices and closings. docs/going-live.md describes how to change it. */
  readonly currency: Currency;
  /** The VAT rates of goods, in hundredths of a percent (25.5% is 25_50), the general rate first. */
  readonly vatRates: readonly [number, ...number[]];
  /** Including VAT, in minor units of `currency`. */
  readonly deliveryPrices: { readonly standard: number; readonly express: number };
  /** The language of mails to the shop, about new orders and about matters that need a decision. */
  readonly mailLanguage: 'en' | 'sv' | 'de';
  /** Offered when an order is marked as sent. In `trackingUrl`, `{number}` stands for the tracking number. */
  readonly carriers: readonly { readonly name: string; readonly trackingUrl: string }[];
  /** Where the shop delivers; the checkout suggests the first. */
  readonly deliveryCountries: readonly [Country, ...Country[]];
  /** `accent`: buttons, links, the logo, mails. `onAccent`: text on it. `paper`: the pages' background. */
  readonly colours: { readonly accent: Colour; readonly onAccent: Colour; readonly paper: Colour };
  readonly wording: Readonly<Record<'en' | 'sv' | 'de', Wording>>;
};
