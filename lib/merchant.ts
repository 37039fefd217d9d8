import type { Currency } from './money';

export type Merchant = {
  readonly name: string;
  readonly legalName: string;
  readonly organisationNumber: string;
  readonly vatNumber: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
  readonly bankgiro: string;
  /** The currency of prices, delivery, invoices and closings. docs/going-live.md describes how to change it. */
  readonly currency: Currency;
  /** The VAT rates of goods, in hundredths of a percent (25.5 % is 25_50), the general rate first. */
  readonly vatRates: readonly [number, ...number[]];
  /** Including VAT, in minor units of `currency`. */
  readonly deliveryPrices: { readonly standard: number; readonly express: number };
  /** The language of the shop's own mails, about new orders and what needs a decision. */
  readonly mailLanguage: 'en' | 'sv' | 'de';
  /** Offered when an order is marked as sent. In `trackingUrl`, `{number}` stands for the tracking number. */
  readonly carriers: readonly { readonly name: string; readonly trackingUrl: string }[];
};

/**
 * The seller, as shown in the footer, on receipts, in the terms and in payment instructions. Replace it with your own.
 * Tallbacka is fictitious; its numbers are invented, with valid check digits. Read fields when they are needed, not
 * when a module loads, because tests change the merchant (lib/testing/sell-as.ts).
 */
export const merchant: Merchant = {
  name: 'Tallbacka',
  legalName: 'Tallbacka Handel AB',
  organisationNumber: '559999-4273',
  vatNumber: 'SE559999427301',
  street: 'Tallbacksvägen 12',
  postalCode: '791 31',
  city: 'Falun',
  country: 'Sverige',
  email: 'hej@tallbacka.example',
  phone: '023-555 01 20',
  bankgiro: '9990-2173',
  currency: 'SEK',
  // Sweden's rates: 25 general, 12 art sold by its creator, 6 books and (since 1 April 2026) food.
  vatRates: [25_00, 12_00, 6_00],
  deliveryPrices: { standard: 49_00, express: 99_00 },
  mailLanguage: 'sv',
  carriers: [
    { name: 'PostNord', trackingUrl: 'https://tracking.postnord.com/se/?id={number}' },
    { name: 'Bring', trackingUrl: 'https://tracking.bring.se/tracking/{number}' },
    { name: 'DHL', trackingUrl: 'https://www.dhl.com/se-en/home/tracking.html?tracking-id={number}' },
    { name: 'UPS', trackingUrl: 'https://www.ups.com/track?tracknum={number}' },
  ],
};
