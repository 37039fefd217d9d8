import type { Language } from '../i18n/languages';
import { formatMoney } from '../money';
import type { ProductCard } from './product';

/**
 * The price that lists and suggestions show. For a product with variants, it is the lowest price, wrapped by `from` if
 * other variants cost more.
 */
export function formatListPrice(
  { price, variants }: Pick<ProductCard, 'price' | 'variants'>,
  language: Language,
  from: (price: string) => string,
): string {
  const lowest = formatMoney(variants?.from ?? price, language);
  return variants?.differs ? from(lowest) : lowest;
}
