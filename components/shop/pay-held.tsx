import { WatchStatus } from '@/components/payment/watch-status';
import { Notice } from '@/components/ui/notice';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { merchant } from '@/lib/merchant';
import type { HeldView, OrderView } from '@/lib/orders/get-order';
import { paymentPath } from '@/lib/orders/order-urls';
import { toStatusWord } from '@/lib/payments/payment-status';

interface Props {
  order: OrderView;
  held: HeldView;
  messages: ShopTexts;
}

/**
 * A payment that does not match its order or is unclear: the shop will get in touch, and the buyer must not pay again.
 */
export function PayHeld({ order, held, messages: { pay: m, order: texts } }: Props) {
  const { title, text } = held.isPaid ? m.held.paid : m.held.unclear;
  return (
    <div className="max-w-3xl pt-8 lg:pt-12">
      <p className="text-muted">{texts.number(order.number)}</p>
      <h1 className="mt-1 text-title">{title}</h1>
      <div className="mt-6">
        <Notice tone="care" live="status">
          <p>{text}</p>
          <p className="mt-2">{m.held.contact(merchant.email, order.number)}</p>
        </Notice>
      </div>
      <p className="prose-measure mt-6 text-sm text-muted">{texts.key}</p>
      {order.payment && (
        <WatchStatus statusUrl={paymentPath(order.id)} status={toStatusWord(order.payment.state)} held={true} />
      )}
      <noscript>
        <meta httpEquiv="refresh" content="30" />
      </noscript>
    </div>
  );
}
