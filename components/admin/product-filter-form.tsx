import Form from 'next/form';
import Link from 'next/link';
import { type ProductFilter, productTabs } from '@/lib/admin/catalogue/list-product-page';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import { maxLengths } from '@/lib/input-limits';
import type { CategoryChoice } from './product-placement';
import { SearchShortcut } from './search-shortcut';
import { button, field } from './styles';

interface Props {
  filter: ProductFilter;
  categories: readonly CategoryChoice[];
  t: AdminTexts;
}

const label = 'mb-1 block text-sm text-muted';

/** The address of the list with a changed filter. */
export function productListPath(filter: ProductFilter, change: Partial<ProductFilter> = {}): string {
  const { tab, category, search, page } = { ...filter, page: 1, ...change };
  const query = new URLSearchParams({
    ...(tab === 'all' ? {} : { tab }),
    ...(category === null ? {} : { category }),
    ...(search === '' ? {} : { q: search }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return query.size === 0 ? '/admin/products' : `/admin/products?${query}`;
}

/** Tabs, category and search, kept in the address. */
export function ProductFilterForm({ filter, categories, t }: Props) {
  const m = t.products.filter;
  return (
    <>
      <nav aria-label={m.tabsLabel} className="mt-4 border-b border-line">
        <ul className="-mb-px flex flex-wrap gap-x-2">
          {productTabs.map((tab) => (
            <li key={tab}>
              <Link
                href={productListPath(filter, { tab })}
                prefetch={false}
                aria-current={tab === filter.tab ? 'page' : undefined}
                className="block border-b-2 border-transparent px-3 py-2.5 text-muted hover:text-ink aria-[current=page]:border-pine aria-[current=page]:font-semibold aria-[current=page]:text-ink"
              >
                {m.tabs[tab]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Form
        key={productListPath(filter)}
        action="/admin/products"
        role="search"
        className="mt-4 grid grid-cols-1 items-end gap-3 sm:flex"
      >
        {filter.tab !== 'all' && <input type="hidden" name="tab" value={filter.tab} />}
        <div className="grow">
          <label htmlFor="q" className={label}>
            {m.search}
          </label>
          <input
            id="q"
            name="q"
            type="search"
            maxLength={maxLengths.productSearch}
            defaultValue={filter.search}
            placeholder={m.searchHint}
            title={t.orders.shortcut}
            className={field}
          />
          <SearchShortcut target="q" />
        </div>
        <div className="sm:w-56">
          <label htmlFor="category" className={label}>
            {t.products.category}
          </label>
          <select id="category" name="category" defaultValue={filter.category ?? ''} className={field}>
            <option value="">{m.anyCategory}</option>
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div className="flex gap-3">
          <button type="submit" className={button('primary')}>
            {m.apply}
          </button>
          <Link href="/admin/products" prefetch={false} className={button('quiet')}>
            {m.clear}
          </Link>
        </div>
      </Form>
    </>
  );
}
