import type { Country } from '../merchant-type';

const rules: Record<Country, { readonly prefix: RegExp; readonly digits: number }> = {
  SE: { prefix: /^SE?(?=[- \d])/i, digits: 5 },
  DK: { prefix: /^DK(?=[- \d])/i, digits: 4 },
  FI: { prefix: /^FIN?(?=[- \d])/i, digits: 5 },
  EE: { prefix: /^EE(?=[- \d])/i, digits: 5 },
  DE: { prefix: /^DE?(?=[- \d])/i, digits: 5 },
};

/**
 * Converts a postal code as typed (`79130`, `SE-791 30`, `DK-2100`) to its country's format: `791 30`, `2100`, `00100`.
 * Null if it is invalid for the country.
 */
export function parsePostalCode(text: string, country: Country): string | null {
  const { prefix, digits } = rules[country];
  const code = text.trim().replace(prefix, '').replace(/^[- ]/, '').replace(/[- ]/g, '');
  if (code.length !== digits || !/^\d+$/.test(code)) return null;
  return country === 'SE' ? `${code.slice(0, 3)} ${code.slice(3)}` : code;
}
