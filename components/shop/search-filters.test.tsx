import { Children, isValidElement, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { getShopTexts } from '@/lib/i18n/get-shop-texts';
import { parseSearchQuery } from '@/lib/search/search-query';
import { SearchFilters } from './search-filters';

/** The key of the first form in the tree. */
function keyOfForm(node: ReactNode): string | null {
  for (const child of Children.toArray(node)) {
    if (!isValidElement<{ children?: ReactNode }>(child)) continue;
    const key = child.type === 'form' ? child.key : keyOfForm(child.props.children);
    if (key !== null) return key;
  }
  return null;
}

const keyFor = (query: Record<string, string>) =>
  keyOfForm(SearchFilters({ query: parseSearchQuery(query), language: 'en', messages: getShopTexts('en') }));

it('removing a filter replaces the form, because a ticked box would stay ticked', () => {
  const all = keyFor({ q: 'honey', 'in-stock': 'on', 'price-min': '100' });
  expect(keyFor({ q: 'honey', 'price-min': '100' })).not.toBe(all);
  expect(keyFor({ q: 'honey', 'in-stock': 'on' })).not.toBe(all);
  expect(keyFor({ q: 'honey', 'in-stock': 'on', 'price-min': '100' })).toBe(all);
});
