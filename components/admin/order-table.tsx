import Link from 'next/link';
import type { OrderRow } from '@/lib/admin/list-orders';
import { formatShortDateTime } from '@/lib/i18n/format-date';
import type { AdminTexts } from '@/lib/i18n/get-admin-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import { StateBadge } from './state-badge';

const wide = 'hidden md:table-cell';

interface Props {
  orders: readonly OrderRow[];
  language: Language;
  t: AdminTexts;
}

export function OrderTable({ orders, language, t }: Props) {
  const m = t.orders.columns;
  return (
    <table className="mt-5 w-full text-left tabular-nums">
      <thead className="text-sm text-muted">
        <tr className="border-b border-control">
          <th className="py-2 pr-4 font-normal">{m.order}</th>
          <th className={`py-2 pr-4 font-normal ${wide}`}>{m.when}</th>
          <th className={`py-2 pr-4 font-normal ${wide}`}>{m.customer}</th>
          <th className="hidden py-2 pr-4 font-normal lg:table-cell">{m.method}</th>
          <th className="py-2 pr-4 font-normal">{m.state}</th>
          <th className="py-2 text-right font-normal">{m.total}</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <tr key={order.number} className="relative border-b border-line align-top hover:bg-sunken">
            <td className="py-3 pr-4">
              <Link
                href={`/admin/orders/${order.number}`}
                prefetch={false}
                className="font-semibold after:absolute after:inset-0"
              >
                {order.displayNumber}
              </Link>
              <span className="block max-w-36 truncate text-sm text-muted md:hidden">{order.customer}</span>
              <span className="block text-sm text-muted md:hidden">
                {formatShortDateTime(order.createdAt, language)}
              </span>
            </td>
            <td className={`py-3 pr-4 whitespace-nowrap ${wide}`}>{formatShortDateTime(order.createdAt, language)}</td>
            <td className={`max-w-64 py-3 pr-4 ${wide}`}>
              <span className="block truncate">{order.customer}</span>
              <span className="block truncate text-sm text-muted">{order.email}</span>
            </td>
            <td className="hidden py-3 pr-4 lg:table-cell">{t.methods[order.paymentMethod]}</td>
            <td className="py-3 pr-4">
              <StateBadge state={order.state} label={t.states.order[order.state]} />
              {order.sentAt && <span className="block pt-1 text-sm text-muted">{t.sent}</span>}
            </td>
            <td className="py-3 text-right whitespace-nowrap">{formatMoney(order.total, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
