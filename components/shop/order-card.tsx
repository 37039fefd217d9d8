import Link from 'next/link';
import { formatDateTime } from '@/lib/i18n/format-date';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { Language } from '@/lib/i18n/languages';
import { formatMoney } from '@/lib/money';
import type { OrderSummary } from '@/lib/orders/list-orders';
import { payPath, receiptPath } from '@/lib/orders/order-urls';
import { OrderStateBadge } from './order-state-badge';

interface Props {
  order: OrderSummary;
  language: Language;
  messages: ShopTexts;
}

export function OrderCard({ order, language, messages }: Props) {
  const { path, label } = nextStep(order, messages);
  return (
    <li className="rounded-tile border border-line bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-lg">{messages.order.number(order.number)}</h2>
        <OrderStateBadge state={order.state} messages={messages} />
      </div>
      <p className="mt-1 text-sm text-muted">{formatDateTime(order.createdAt, language)}</p>
      <p className="mt-3">
        <span>{order.names.join(', ')}</span>
        {order.more > 0 && <span>{` ${messages.orders.andMore}`}</span>}
      </p>
      <div className="mt-3 flex flex-wrap items-baseline justify-between gap-4">
        <p className="font-medium tabular-nums">
          <span>{formatMoney(order.total, language)}</span>
          <span className="font-normal text-muted">{` · ${messages.orders.pieces(order.pieces)}`}</span>
        </p>
        <Link
          href={path(order.id, language)}
          prefetch={false}
          className="py-1 font-medium underline decoration-pine decoration-2 underline-offset-4"
        >
          {label}
        </Link>
      </div>
    </li>
  );
}

function nextStep({ state, paymentMethod, isHeld }: OrderSummary, { orders: m }: ShopTexts) {
  if (state === 'PENDING' && isHeld) return { path: payPath, label: m.see };
  if (state === 'PENDING' && paymentMethod === 'seqr') return { path: payPath, label: m.pay };
  if (state === 'PENDING') return { path: receiptPath, label: m.instructions };
  if (state === 'CANCELED' || state === 'EXPIRED') return { path: receiptPath, label: m.see };
  return { path: receiptPath, label: m.open };
}
