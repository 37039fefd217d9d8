import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import { type Language, localPath } from '@/lib/i18n/languages';
import type { Messages } from '@/lib/i18n/messages/en';
import type { OrderView } from '@/lib/orders/get-order';

interface Props {
  order: OrderView;
  state: 'CANCELED' | 'EXPIRED';
  language: Language;
  messages: Messages;
}

/** An order that was given up: what became of it and its money, and its goods back into the cart. */
export function PayClosed({ order, state, language, messages }: Props) {
  const { pay: m, cart } = messages;
  const isMoneyBack = order.payment?.state === 'PAID';
  return (
    <EmptyState title={m.closed[state].title} hint={isMoneyBack ? m.closedPaid : m.closed[state].text}>
      <ActionForm
        action="/api/cart"
        fields={{ action: 'refill', order: order.id, language }}
        label={cart.refill}
        className={buttonClass()}
      />
      <a href={localPath(language, '/')} className={buttonClass('secondary')}>
        {messages.order.toShop}
      </a>
      {!isMoneyBack && order.paymentMethod === 'seqr' && (
        <p className="prose-measure basis-full text-sm text-muted">{m.late}</p>
      )}
    </EmptyState>
  );
}
