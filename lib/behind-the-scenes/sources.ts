import type { Scene } from './scene';

/** Where a scene is documented, and the file that makes it happen, as paths in this project. */
export type Source = { readonly docs: string; readonly code: string };

const flow = 'docs/seqr.md#payment-on-a-computer-and-a-phone';
const rules = 'docs/seqr.md#seqrs-rules';
const states = 'docs/reliability.md#the-state-machine';
const guarantees = 'docs/reliability.md#guarantees';

const operations: Readonly<Record<string, Source>> = {
  sendInvoice: { docs: flow, code: 'lib/payments/issue-invoice.ts' },
  getPaymentStatus: { docs: rules, code: 'lib/payments/sync-payment.ts' },
  updateInvoice: { docs: rules, code: 'lib/payments/perform-change.ts' },
  cancelInvoice: { docs: rules, code: 'lib/payments/cancel-invoice.ts' },
  refundPayment: { docs: rules, code: 'lib/refunds/refund-payment.ts' },
  submitPaymentReceipt: { docs: flow, code: 'lib/payments/submit-receipt.ts' },
};

const others = {
  message: { docs: rules, code: 'lib/seqr/client.ts' },
  notification: { docs: rules, code: 'lib/payments/handle-notification.ts' },
  payer: { docs: 'docs/sandbox.md#payments', code: 'lib/sandbox/payers/pay-invoice.ts' },
  ordered: { docs: guarantees, code: 'lib/checkout/place-order.ts' },
  attempt: { docs: guarantees, code: 'lib/payments/retry-payment.ts' },
  payment: { docs: states, code: 'lib/payments/move-payment.ts' },
  order: { docs: states, code: 'lib/orders/settle-order.ts' },
  event: { docs: 'docs/architecture.md#data', code: 'lib/orders/order-events.ts' },
  queued: { docs: guarantees, code: 'lib/outbox/enqueue.ts' },
  done: { docs: guarantees, code: 'lib/background/effects.ts' },
  failing: { docs: guarantees, code: 'lib/background/effects.ts' },
} satisfies Record<Scene['kind'], Source>;

export const allSources: readonly Source[] = [...Object.values(operations), ...Object.values(others)];

export function sourceOf(scene: Scene): Source {
  const operation = scene.kind === 'message' ? scene.exchange.operation : null;
  return (operation !== null && operations[operation]) || others[scene.kind];
}
