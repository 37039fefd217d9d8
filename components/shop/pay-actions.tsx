import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import { isOpen, type PaymentState } from '@/lib/orders/order-states';
import { cancelPath, paymentPath } from '@/lib/orders/order-urls';
import { MAX_ATTEMPTS } from '@/lib/payments/retry-payment';

interface Props {
  orderId: string;
  state: PaymentState;
  /** The number of the latest attempt. */
  attempt: number;
  messages: ShopTexts;
}

/** Buttons to try again and to cancel. Both are plain forms. */
export function PayActions({ orderId, state, attempt, messages: { pay: m } }: Props) {
  const mayRetry = !isOpen(state) && attempt < MAX_ATTEMPTS;
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-3">
      {mayRetry && <ActionForm action={paymentPath(orderId)} label={m.again} className={buttonClass('seqr')} />}
      <ActionForm
        action={cancelPath(orderId)}
        label={m.cancel}
        className={isOpen(state) ? `${buttonClass('quiet')} -ml-6` : buttonClass('secondary')}
      />
    </div>
  );
}
