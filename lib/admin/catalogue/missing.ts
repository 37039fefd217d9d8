import { languages } from '../../i18n/languages';
import type { Missing } from './product-values';

/** Formats what is missing for a query string, such as `price,text-sv`. */
export function formatMissing(missing: readonly Missing[]): string {
  return missing.map(nameOf).join();
}

/** Parses what `formatMissing` wrote. Anything else is ignored. */
export function parseMissing(text = ''): Missing[] {
  const named = new Set(text.split(','));
  const known: Missing[] = [
    { what: 'price' },
    ...(['text', 'category'] as const).flatMap((what) => languages.map((language) => ({ what, language }))),
  ];
  return known.filter((item) => named.has(nameOf(item)));
}

function nameOf(item: Missing): string {
  return item.what === 'price' ? item.what : `${item.what}-${item.language}`;
}
