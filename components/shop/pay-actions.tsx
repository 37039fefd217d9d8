import { ActionForm } from '@/components/ui/action-form';
import { buttonClass } from '@/components/ui/button-class';
import type { Messages } from '@/lib/i18n/messages/en';
import { isOpen, type PaymentState } from '@/lib/orders/order-states';

interface Props {
  orderId: string;
  state: PaymentState;
  messages: Messages;
}

/** Another try when the last one came to nothing, and the way out. Both are plain forms. */
export function PayActions({ orderId, state, messages: { pay: m } }: Props) {
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-4 gap-y-3">
      {!isOpen(state) && (
        <ActionForm action={`/api/orders/${orderId}/payment`} label={m.again} className={buttonClass('seqr')} />
      )}
      <ActionForm
        action={`/api/orders/${orderId}/cancel`}
        label={m.cancel}
        className={isOpen(state) ? `${buttonClass('quiet')} -ml-6` : buttonClass('secondary')}
      />
    </div>
  );
}
