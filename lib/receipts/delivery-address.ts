import { merchant } from '../merchant';
import type { Customer } from '../orders/get-order';

const inEnglish = new Intl.DisplayNames('en', { type: 'region' });

/** A VAT number starts with its country's ISO code, except Greece's (EL). */
function homeCountry(): string {
  const prefix = merchant.vatNumber.slice(0, 2).toUpperCase();
  return prefix === 'EL' ? 'GR' : prefix;
}

/**
 * The buyer's address as on a parcel: name, street, postal code with city, and abroad the country in English capitals, as
 * the Universal Postal Union asks.
 */
export function addressLines({ name, address, postalCode, city, country }: Customer): string[] {
  const lines = [name, address, `${postalCode} ${city}`];
  return country === homeCountry() ? lines : [...lines, (inEnglish.of(country) ?? country).toUpperCase()];
}

/** The texts of an address that people entered, which may be in any script. */
export function addressTexts({ name, address, postalCode, city }: Customer): string[] {
  return [name, address, postalCode, city];
}

/** The seller's texts that a paper shows. */
export function sellerTexts(): string[] {
  const { name, legalName, street, city } = merchant;
  return [name, legalName, street, city];
}
