import { demoMerchant, sellsAsDemo } from '@/lib/demo-merchant';
import type { Merchant } from '@/lib/merchant-type';

/** Takes the place of lib/merchant.ts in a copy of the project. Fictitious, with valid check digits. */
export const ownMerchant: Merchant = {
  name: 'Kaarna & Kivi',
  legalName: 'Kaarna ja Kivi Oy',
  organisationNumber: '1234567-1',
  vatNumber: 'FI12345671',
  street: 'Koivukatu 5',
  postalCode: '33100',
  city: 'Tampere',
  country: 'FI',
  email: 'hei@kaarna.example',
  phone: '03 555 0120',
  bankgiro: '',
  iban: 'FI21 1234 5600 0007 85',
  bic: 'NDEAFIHH',
  currency: 'EUR',
  vatRates: [25_50, 13_50],
  deliveryPrices: { standard: 5_90, express: 12_90 },
  mailLanguage: 'en',
  carriers: [{ name: 'Posti', trackingUrl: 'https://www.posti.fi/seuranta#/lahetys/{number}' }],
  deliveryCountries: ['FI', 'EE'],
  colours: {
    accent: { light: '#7a2e0e', dark: '#f0a987' },
    onAccent: { light: '#ffffff', dark: '#2b1006' },
    paper: { light: '#fffdf9', dark: '#181210' },
  },
  wording: {
    en: {
      tagline: 'Tools for bark and stone',
      description: 'Kaarna & Kivi sells hand tools and things to eat on the way. Pay by scanning a code with SEQR.',
      title: 'Tools that outlive their handles.',
      intro: 'Forged in Tampere, sharpened by hand.',
      motto: 'Forged once, sharpened often.',
    },
    sv: {
      tagline: 'Verktyg för bark och sten',
      description: 'Kaarna & Kivi säljer handverktyg och färdkost. Betala genom att skanna en kod med SEQR.',
      title: 'Verktyg som överlever sina skaft.',
      intro: 'Smidda i Tammerfors, slipade för hand.',
      motto: 'Smitt en gång, slipat ofta.',
    },
    de: {
      tagline: 'Werkzeug für Rinde und Stein',
      description: 'Kaarna & Kivi verkauft Handwerkzeug und Wegzehrung. Bezahlen Sie mit SEQR.',
      title: 'Werkzeug, das seinen Stiel überlebt.',
      intro: 'Geschmiedet in Tampere, von Hand geschärft.',
      motto: 'Einmal geschmiedet, oft geschärft.',
    },
  },
};

export const merchant: Merchant = sellsAsDemo ? demoMerchant : ownMerchant;
