import type { Metadata } from 'next';
import Link from 'next/link';
import { Note } from '@/components/admin/note';
import { StateBadge } from '@/components/admin/state-badge';
import { textLink } from '@/components/admin/styles';
import { listDemoGoods } from '@/lib/admin/demo-goods';
import { listAllProducts } from '@/lib/admin/list-all-products';
import { formatMoney } from '@/lib/money';
import { pageTexts, type Query, readQuery, requireSession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.products.title };
}

export default async function ProductsPage({ searchParams }: { searchParams: Query }) {
  const session = await requireSession('/admin/products');
  const { language, t } = await pageTexts();
  const [products, demoGoods, { note }] = await Promise.all([
    listAllProducts(session, language),
    listDemoGoods(session, language),
    readQuery(searchParams),
  ]);
  const m = t.products;
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-heading">{m.title}</h1>
        {demoGoods.some(({ fate }) => fate !== 'kept') && (
          <Link href="/admin/demo-goods" prefetch={false} className={`text-sm sm:ml-auto ${textLink}`}>
            {t.demoGoods.link}
          </Link>
        )}
      </div>
      <Note name={note} language={language} t={t} />
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
          {products.map((product) => (
            <tr key={product.slug} className="relative border-b border-line hover:bg-sunken">
              <td className="py-2 pr-4">
                <span className="flex items-center gap-3">
                  <img
                    src={product.image}
                    alt=""
                    width={44}
                    height={44}
                    loading="lazy"
                    className="size-11 shrink-0 rounded-field bg-sunken object-cover"
                  />
                  <Link
                    href={`/admin/products/${product.slug}`}
                    prefetch={false}
                    className="min-w-0 font-semibold wrap-anywhere after:absolute after:inset-0"
                  >
                    {product.name}
                  </Link>
                </span>
              </td>
              <td className="hidden py-2 pr-4 md:table-cell">{product.category}</td>
              <td className="py-2 pr-4 text-right">
                <span className={product.stock === 0 ? 'font-semibold text-falu' : ''}>{product.stock}</span>
                {product.reserved > 0 && (
                  <span className="block text-sm text-muted sm:whitespace-nowrap">{m.reserved(product.reserved)}</span>
                )}
              </td>
              <td className="hidden py-2 pr-4 sm:table-cell">
                <StateBadge state={product.isOnSale ? 'PAID' : ''} label={product.isOnSale ? m.onSale : m.offSale} />
              </td>
              <td className="py-2 text-right whitespace-nowrap">{formatMoney(product.price, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
