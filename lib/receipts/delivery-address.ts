import { nameCountry } from '../i18n/name-country';
import { merchant } from '../merchant';
import type { Customer } from '../orders/get-order';

/**
 * The buyer's address as on a parcel: name, street, postal code with city. For a parcel abroad, also the country in
 * English capitals, as the Universal Postal Union asks.
 */
export function addressLines({ name, address, postalCode, city, country }: Customer): string[] {
  const lines = [name, address, `${postalCode} ${city}`];
  return country === merchant.country ? lines : [...lines, nameCountry(country, 'en').toUpperCase()];
}

/** The texts of an address that people entered, which may be in any script. */
export function addressTexts({ name, address, postalCode, city }: Customer): string[] {
  return [name, address, postalCode, city];
}

/** The seller's texts on a printed document. */
export function sellerTexts(): string[] {
  const { name, legalName, street, city } = merchant;
  return [name, legalName, street, city];
}
