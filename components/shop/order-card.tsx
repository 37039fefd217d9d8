import Link from 'next/link';
import { formatDateTime } from '@/lib/i18n/format-date';
import { type Language, localPath } from '@/lib/i18n/languages';
import type { Messages } from '@/lib/i18n/messages/en';
import { formatMoney } from '@/lib/money';
import type { OrderSummary } from '@/lib/orders/list-orders';
import { OrderStateBadge } from './order-state-badge';

interface Props {
  order: OrderSummary;
  language: Language;
  messages: Messages;
}

export function OrderCard({ order, language, messages }: Props) {
  const { page, label } = nextStep(order, messages);
  return (
    <li className="rounded-tile border border-line bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-lg">{messages.order.number(order.number)}</h2>
        <OrderStateBadge state={order.state} messages={messages} />
      </div>
      <p className="mt-1 text-sm text-muted">{formatDateTime(order.createdAt, language)}</p>
      <p className="mt-3">
        {order.names.join(', ')}
        {order.more > 0 && ` ${messages.orders.andMore}`}
      </p>
      <div className="mt-3 flex flex-wrap items-baseline justify-between gap-4">
        <p className="font-medium tabular-nums">
          {formatMoney(order.total, language)}
          <span className="font-normal text-muted"> · {messages.orders.pieces(order.pieces)}</span>
        </p>
        <Link
          href={localPath(language, `/orders/${order.id}/${page}`)}
          prefetch={false}
          className="py-1 font-medium underline decoration-pine decoration-2 underline-offset-4"
        >
          {label}
        </Link>
      </div>
    </li>
  );
}

function nextStep({ state, paymentMethod, isHeld }: OrderSummary, { orders: m }: Messages) {
  if (state === 'PENDING' && isHeld) return { page: 'pay', label: m.see };
  if (state === 'PENDING' && paymentMethod === 'seqr') return { page: 'pay', label: m.pay };
  if (state === 'PENDING') return { page: 'receipt', label: m.instructions };
  if (state === 'CANCELED' || state === 'EXPIRED') return { page: 'receipt', label: m.see };
  return { page: 'receipt', label: m.open };
}
