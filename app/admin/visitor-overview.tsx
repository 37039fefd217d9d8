import Link from 'next/link';
import { OrderTable } from '@/components/admin/order-table';
import { textLink } from '@/components/admin/styles';
import { listOwnOrders } from '@/lib/admin/list-orders';
import type { VisitorSession } from '@/lib/admin/visitor-session';
import { pageTexts } from './request';

/** A visitor's overview in a demonstration: their own orders. */
export async function VisitorOverview({ session }: { session: VisitorSession }) {
  const [{ language, t }, orders] = await Promise.all([pageTexts(), listOwnOrders(session)]);
  const m = t.visitor;
  return (
    <>
      <h1 className="text-heading">{m.title}</h1>
      <p className="prose-measure mt-1 text-muted">{m.intro}</p>
      {orders.length === 0 ? (
        <p className="mt-6">{m.none}</p>
      ) : (
        <OrderTable orders={orders} language={language} t={t} />
      )}
      <p className="prose-measure mt-6 text-sm text-muted">
        <span>{m.closed}</span>{' '}
        <Link href="/admin/sign-in" prefetch={false} className={textLink}>
          {m.signIn}
        </Link>
      </p>
    </>
  );
}
