import { WatchStatus } from '@/components/payment/watch-status';
import { Notice } from '@/components/ui/notice';
import type { Messages } from '@/lib/i18n/messages/en';
import { merchant } from '@/lib/merchant';
import { toDecimal } from '@/lib/money';
import type { HeldView, OrderView } from '@/lib/orders/get-order';
import { seqrIsDown } from '@/lib/payments/breaker';

interface Props {
  order: OrderView;
  held: HeldView;
  messages: Messages;
}

/** A payment came that does not match the order, or nobody can tell: the shop will be in touch, and nobody pays again. */
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
      <WatchStatus
        statusUrl={`/api/orders/${order.id}/payment`}
        amount={toDecimal(order.total)}
        seqrDown={seqrIsDown()}
        held={true}
      />
      <noscript>
        <meta httpEquiv="refresh" content="30" />
      </noscript>
    </div>
  );
}
