import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import { EmptyState } from '@/components/ui/empty-state';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { type Language, localPath } from '@/lib/i18n/languages';
import { closedText, isClosedUnpaid } from '@/lib/orders/closed-text';
import type { OrderView } from '@/lib/orders/get-order';
import { OrderMilestones } from './order-milestones';

interface Props {
  order: OrderView;
  state: 'CANCELED' | 'EXPIRED';
  language: Language;
  messages: ShopTexts;
}

/** A cancelled or expired order: what happened to it and its money, and a button to order again. */
export function PayClosed({ order, state, language, messages }: Props) {
  const { pay: m, cart } = messages;
  return (
    <>
      <EmptyState title={m.closed[state].title} hint={closedText(order, state, messages, language)}>
        <ActionForm
          action="/api/cart"
          fields={{ action: 'refill', order: order.id, language }}
          label={cart.refill}
          className={buttonClass()}
        />
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
