import { demoMerchant, sellsAsDemo } from './demo-merchant';
import type { Merchant } from './merchant-type';

/**
 * The seller: replace these values with your own (docs/make-it-yours.md). Everything that shows the shop's name, address,
 * colours, currency, VAT rates, delivery prices or countries reads them here. `npm run unit -- lib/merchant` checks them.
 */
export const ownMerchant: Merchant = {
  name: 'Tallbacka',
  legalName: 'Tallbacka Handel AB',
  organisationNumber: '559999-4273',
  vatNumber: 'SE559999427301',
  street: 'Tallbacksvägen 12',
  postalCode: '791 31',
  city: 'Falun',
  country: 'SE',
  email: 'hej@tallbacka.example',
  phone: '023-555 01 20',
  bankgiro: '9990-2173',
  iban: 'SE47 9990 0000 0999 0217 3123',
  bic: 'TLBKSESS',
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
  // All are in the EU, so Swedish VAT applies below the distance-selling threshold.
  deliveryCountries: ['SE', 'DK', 'FI'],
  colours: {
    accent: { light: '#1e4d39', dark: '#91cea6' },
    onAccent: { light: '#f9fbf4', dark: '#0c1f17' },
    paper: { light: '#fbfaf7', dark: '#121a16' },
  },
  wording: {
    en: {
      tagline: 'Everyday things from small Nordic makers',
      description:
        'Tallbacka sells everyday things from small Nordic makers: stoneware, wool, linen, preserves, books and prints. Pay by scanning a code with SEQR.',
      title: 'Things you keep, from people who make them.',
      intro:
        'Mugs thrown, mittens knitted and jam stirred by hand. Small batches from Nordic workshops, chosen because they are used every day.',
      motto: 'Small makers, short distances, things that last.',
    },
    sv: {
      tagline: 'Vardagsting från små nordiska verkstäder',
      description:
        'Tallbacka säljer vardagsting från små nordiska verkstäder: stengods, ull, linne, sylt, böcker och grafik. Betala genom att skanna en kod med SEQR.',
      title: 'Saker som får stanna, från dem som gör dem.',
      intro:
        'Muggar som någon drejat, vantar som någon stickat, sylt som någon rört i. Små serier från nordiska verkstäder, valda för att de används varje dag.',
      motto: 'Små verkstäder, korta vägar, saker som håller.',
    },
    de: {
      tagline: 'Schönes für jeden Tag aus kleinen nordischen Werkstätten',
      description:
        'Tallbacka verkauft Dinge für jeden Tag aus kleinen nordischen Werkstätten: Steinzeug, Wolle, Leinen, Eingemachtes, Bücher und Grafik. Bezahlen Sie mit SEQR, indem Sie einen Code scannen.',
      title: 'Dinge, die bleiben, von Menschen, die sie machen.',
      intro:
        'Becher, die jemand gedreht, Fäustlinge, die jemand gestrickt, Marmelade, die jemand gerührt hat. Kleine Serien aus nordischen Werkstätten, ausgewählt, weil man sie jeden Tag benutzt.',
      motto: 'Kleine Werkstätten, kurze Wege, Dinge, die halten.',
    },
  },
};

/**
 * The seller of this process: `ownMerchant`, or the demonstration's in the project's tests. Read fields when they are
 * needed, not when a module loads, because tests change the merchant (lib/testing/sell-as.ts).
 */
export const merchant: Merchant = sellsAsDemo ? demoMerchant : ownMerchant;
