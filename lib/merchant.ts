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
  /** The one currency of prices, delivery, invoices and closings. docs/going-live.md says how to change it. */
  readonly currency: Currency;
  /** The rates that goods may have, in hundredths of a per cent (25.5 % is 25_50); the general rate first. */
  readonly vatRates: readonly [number, ...number[]];
  /** VAT included, in minor units of `currency`. */
  readonly deliveryPrices: { readonly standard: number; readonly express: number };
};

/**
 * Who sells: stands in the footer, on receipts, in the terms and in the invoice instructions. Replace it with your own.
 * Tallbacka does not exist; its numbers are made up, with correct check digits. Read a field where it is needed, not
 * when a module loads: tests sell as another merchant (lib/testing/sell-as.ts).
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
  // Sweden's: 25 general, 12 art sold by its maker, 6 books and (since 1 April 2026) food.
  vatRates: [25_00, 12_00, 6_00],
  deliveryPrices: { standard: 49_00, express: 99_00 },
};
