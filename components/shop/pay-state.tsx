import { WatchStatus } from '@/components/payment/watch-status';
import { Notice } from '@/components/ui/notice';
import { RefreshSoon } from '@/components/ui/refresh-soon';
import type { ShopTexts } from '@/lib/i18n/get-shop-texts';
import type { PaymentState } from '@/lib/orders/order-states';
import { paymentPath } from '@/lib/orders/order-urls';
import { toStatusWord } from '@/lib/payments/payment-status';
import { MAX_ATTEMPTS } from '@/lib/payments/retry-payment';

interface Props {
  orderId: string;
  state: PaymentState;
  /** The number of this attempt. */
  attempt: number;
  messages: ShopTexts;
}

/** What happened to the money and what to do next, for states without a code. */
export function PayState({ orderId, state, attempt, messages: { pay } }: Props) {
  const { title, text } = sentences(state, pay);
  const isMoving = state === 'CREATED' || state === 'RESERVED' || state === 'PENDING_ISSUER_ACKNOWLEDGE';
  return (
    <Notice tone={isMoving ? 'calm' : 'care'} live="status" title={title}>
      <p>{isMoving || attempt < MAX_ATTEMPTS ? text : pay.tooManyAttempts}</p>
      {isMoving ? (
        <RefreshSoon />
      ) : (
        // A late payment may still arrive, and another tab may have started a new attempt.
        <WatchStatus statusUrl={paymentPath(orderId)} status={toStatusWord(state)} held={false} />
      )}
    </Notice>
  );
}

function sentences(state: PaymentState, { states }: ShopTexts['pay']) {
  switch (state) {
    case 'CREATED':
    case 'ISSUED':
      return states.CREATED;
    case 'PENDING_ISSUER_ACKNOWLEDGE':
    case 'RESERVED':
    case 'PAID':
      return states.confirming;
    case 'CANCELED':
    case 'FAILED':
    case 'EXPIRED':
    case 'UNKNOWN':
      return states[state];
  }
}
