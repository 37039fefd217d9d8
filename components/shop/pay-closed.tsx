import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { closedText, isBeingChecked, isClosedUnpaid } from '@/lib/orders/closed-text';
import type { OrderView } from '@/lib/orders/get-order';
import { OrderMilestones } from './order-milestones';

interface Props {
  order: OrderView;
  state: 'CANCELED' | 'EXPIRED';
  language: Language;
  messages: ShopTexts;
}

/**
 * A cancelled or expired order: its outcome, any refund, and a button to order again unless the payment is still being
 * checked.
 */
export function PayClosed({ order, state, language, messages }: Props) {
  const { pay: m, cart } = messages;
  const { held } = order;
  const checked = isBeingChecked(order) && (held?.isPaid ? m.held.paid : m.held.unclear);
  // Staff resolved the held payment, so the page says "cancelled" even if the order expired.
  const { title } = checked || m.closed[held ? 'CANCELED' : state];
  return (
    <>
      <EmptyState title={title} hint={closedText(order, state, messages, language)}>
        {!checked && (
          <ActionForm
            action="/api/cart"
            fields={{ action: 'refill', order: order.id, language }}
            label={cart.refill}
            className={buttonClass()}
          />
        )}
        <a href={localPath(language, '/')} className={buttonClass('secondary')}>
          {messages.order.toShop}
        </a>
        {isClosedUnpaid(order) && order.paymentMethod === 'seqr' && (
          <p className="prose-measure basis-full text-sm text-muted">{m.late}</p>
        )}
      </EmptyState>
      <div className="mx-auto max-w-xl pb-10">
        <OrderMilestones order={order} language={language} messages={messages} />
      </div>
    </>
  );
}
