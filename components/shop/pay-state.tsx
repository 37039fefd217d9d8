import { Notice } from '@/components/ui/notice';
import type { Messages } from '@/lib/i18n/messages/en';
import type { PaymentState } from '@/lib/orders/order-states';

/** What happened to the money and what to do next, where there is no code to show. */
export function PayState({ state, messages: { pay } }: { state: PaymentState; messages: Messages }) {
  const { title, text } = sentences(state, pay);
  const isMoving = state === 'CREATED' || state === 'RESERVED' || state === 'PENDING_ISSUER_ACKNOWLEDGE';
  return (
    <Notice tone={isMoving ? 'calm' : 'care'} live="status" title={title}>
      <p>{text}</p>
      {isMoving && <meta httpEquiv="refresh" content="2" />}
    </Notice>
  );
}

function sentences(state: PaymentState, { states }: Messages['pay']) {
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
