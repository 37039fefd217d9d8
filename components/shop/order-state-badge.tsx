import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { OrderState } from '@/lib/orders/order-states';

const tones: Record<OrderState, string> = {
  PENDING: 'bg-straw-soft text-straw',
  PAID: 'bg-pine-soft text-pine',
  PARTIALLY_REFUNDED: 'bg-pine-soft text-pine',
  REFUNDED: 'bg-sunken text-muted',
  CANCELED: 'bg-sunken text-muted',
  EXPIRED: 'bg-sunken text-muted',
};

export function OrderStateBadge({ state, messages }: { state: OrderState; messages: ShopTexts }) {
  return (
    <span className={`rounded-full px-3 py-1 text-sm font-semibold print:bg-transparent print:px-0 ${tones[state]}`}>
      {messages.order.states[state]}
    </span>
  );
}
