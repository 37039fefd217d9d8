import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { OrderFilterForm } from '@/components/admin/order-filter-form';
import { OrderTable } from '@/components/admin/order-table';
import { Pager } from '@/components/admin/pager';
import { textLink } from '@/components/admin/styles';
import { listOrders } from '@/lib/admin/list-orders';
import { parseOrderFilter } from '@/lib/admin/order-filter';
import { isVisitor } from '@/lib/admin/visitor-session';
import { pageTexts, type Query, readQuery, requireAnySession } from '../request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await pageTexts()).t.orders.title };
}

export default async function OrdersPage({ searchParams }: { searchParams: Query }) {
  const session = await requireAnySession('/admin/orders');
  if (isVisitor(session)) redirect('/admin');
  const [{ language, t }, query] = await Promise.all([pageTexts(), readQuery(searchParams)]);
  const filter = parseOrderFilter(query);
  const page = await listOrders(session, filter, query);
  const m = t.orders;
  const isFiltered = filter.search !== '' || filter.state !== null || filter.from !== null || filter.to !== null;
  const address = (change: Record<string, string>, path = '/admin/orders') => {
    const { q = '', state = '', from = '', to = '' } = query;
    const parameters = Object.entries({ q, state, from, to, ...change }).filter(([, value]) => value !== '');
    return parameters.length === 0 ? path : `${path}?${new URLSearchParams(parameters)}`;
  };
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-6">
        <h1 className="text-heading">{m.title}</h1>
        <p className="ml-auto flex flex-wrap gap-x-5 text-sm">
          <a href={address({}, '/admin/orders/export')} download className={textLink}>
            {m.export}
          </a>
          <a href={address({ format: 'xlsx' }, '/admin/orders/export')} className={textLink}>
            {m.exportXlsx}
          </a>
        </p>
      </div>
      <OrderFilterForm key={address({})} filter={filter} t={t} />
      {page.orders.length === 0 ? (
        <div className="py-12">
          <h2 className="font-semibold">{isFiltered ? m.none : m.noneYet}</h2>
          <p className="mt-1 text-muted">{isFiltered ? m.noneHint : m.noneYetHint}</p>
        </div>
      ) : (
        <OrderTable orders={page.orders} language={language} t={t} />
      )}
      <Pager
        label={m.title}
        newer={page.newer && address({ after: page.newer })}
        older={page.older && address({ before: page.older })}
        texts={m}
      />
    </>
  );
}
