import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { merchant } from '@/lib/merchant';
import type { OrderView } from '@/lib/orders/get-order';

interface Props {
  order: OrderView;
  state: 'CANCELED' | 'EXPIRED';
  language: Language;
  messages: ShopTexts;
}

/** A cancelled or expired order: what happened to it and its money, and a button to order again. */
export function PayClosed({ order, state, language, messages }: Props) {
  const { pay: m, cart } = messages;
  const isMoneyBack = order.payment?.state === 'PAID';
  return (
    <EmptyState title={m.closed[state].title} hint={hintOf(order, m.closed[state].text, m)}>
      <ActionForm
        action="/api/cart"
        fields={{ action: 'refill', order: order.id, language }}
        label={cart.refill}
        className={buttonClass()}
      />
      <a href={localPath(language, '/')} className={buttonClass('secondary')}>
        {messages.order.toShop}
      </a>
      {!isMoneyBack && !order.held && order.paymentMethod === 'seqr' && (
        <p className="prose-measure basis-full text-sm text-muted">{m.late}</p>
      )}
    </EmptyState>
  );
}

function hintOf({ held, payment, number }: OrderView, nothingPaid: string, m: ShopTexts['pay']): string {
  const contact = m.held.contact(merchant.email, number);
  switch (held?.outcome) {
    case null:
      return `${held.isPaid ? m.held.paid.text : m.held.unclear.text} ${contact}`;
    case 'refunded':
      return m.held.refunded;
    case 'settled':
      return `${m.held.settled} ${contact}`;
    case 'closed':
      return `${m.held.closed} ${contact}`;
    default:
      return payment?.state === 'PAID' ? m.closedPaid : nothingPaid;
  }
}
