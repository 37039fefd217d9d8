import Link from 'next/link';
import type { ProductRow } from '@/lib/admin/catalogue/list-product-page';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { ProductImage } from '../shop/product-image';
import { MoveButtons } from './move-buttons';
import { StateBadge } from './state-badge';

interface Props {
  products: readonly ProductRow[];
  /** The address to return to after a move. Null if the order cannot be changed in this list. */
  movesOn: string | null;
  hasMore: boolean;
  isFirstPage: boolean;
  language: Language;
  t: AdminTexts;
}

export function ProductTable({ products, movesOn, hasMore, isFirstPage, language, t }: Props) {
  const m = t.products;
  return (
    <table className="mt-4 w-full text-left tabular-nums">
      <thead className="text-sm text-muted">
        <tr className="border-b border-control">
          <th className="w-full py-2 pr-4 font-normal md:w-auto">{m.columns.product}</th>
          <th className="hidden py-2 pr-4 font-normal md:table-cell">{m.columns.category}</th>
          <th className="py-2 pr-4 text-right font-normal">{m.columns.stock}</th>
          <th className="hidden py-2 pr-4 font-normal sm:table-cell">{m.columns.state}</th>
          <th className="py-2 text-right font-normal">{m.columns.price}</th>
        </tr>
      </thead>
      <tbody>
        {products.map((product, index) => (
          <tr key={product.slug} className="relative border-b border-line hover:bg-sunken">
            <td className="py-2 pr-4">
              <span className="flex items-center gap-3">
                <ProductImage
                  image={product.image}
                  alt=""
                  sizes="3rem"
                  width={44}
                  height={44}
                  loading="lazy"
                  className="size-11 shrink-0 rounded-field bg-sunken object-cover"
                />
                <span className="flex min-w-0 grow flex-wrap items-center justify-between gap-x-4">
                  <span className="min-w-0">
                    <Link
                      href={`/admin/products/${product.slug}`}
                      prefetch={false}
                      className="font-semibold wrap-anywhere after:absolute after:inset-0"
                    >
                      {product.name}
                    </Link>
                    <span className="block py-0.5 sm:hidden">
                      <State product={product} t={t} />
                    </span>
                    {product.sku !== null && <span className="block text-sm text-muted">{product.sku}</span>}
                  </span>
                  {movesOn !== null && (
                    <MoveButtons
                      action={`/admin/products/${product.slug}/move`}
                      fields={{ category: product.categorySlug, back: movesOn }}
                      name={product.name}
                      isFirst={isFirstPage && index === 0}
                      isLast={!hasMore && index === products.length - 1}
                      t={t}
                    />
                  )}
                </span>
              </span>
            </td>
            <td className="hidden py-2 pr-4 md:table-cell">{product.category}</td>
            <td className="py-2 pr-4 text-right">
              <span className={product.stock === 0 ? 'font-semibold text-falu' : ''}>{product.stock}</span>
              {product.reserved > 0 && (
                <span className="block text-sm text-muted sm:whitespace-nowrap">{m.reserved(product.reserved)}</span>
              )}
            </td>
            <td className="hidden py-2 pr-4 whitespace-nowrap sm:table-cell">
              <State product={product} t={t} />
            </td>
            <td className="py-2 text-right whitespace-nowrap">
              {product.price.amount > 0 ? formatMoney(product.price, language) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ product: { isOnSale, isArchived }, t: { products: m } }: { product: ProductRow; t: AdminTexts }) {
  const label = isOnSale ? m.onSale : m.offSale;
  return <StateBadge state={isOnSale ? 'PAID' : ''} label={isArchived ? m.archived : label} />;
}
