import type { OrderState } from '../orders/order-states';
import type { PaymentStatusAnswer } from '../seqr/answers';
import type { HeldFacts } from './hold-payment';

type Expected = {
  readonly invoiceReference: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly orderState: OrderState;
  readonly orderTotal: number;
};

const unpaidStates: readonly string[] = ['PENDING', 'CANCELED', 'EXPIRED'] satisfies OrderState[];

export function ersReferenceOf(status: PaymentStatusAnswer): string | null {
  return status.ersReference ?? status.receipt?.paymentReference ?? null;
}

export function factsOf(status: PaymentStatusAnswer): Omit<HeldFacts, 'kind'> {
  const paid = status.receipt?.invoice?.totalAmount;
  return {
    status: status.status,
    amount: paid?.amount ?? null,
    currency: paid?.currency ?? null,
    ersReference: ersReferenceOf(status),
    detail: null,
  };
}

/**
 * Why a PAID answer cannot be booked, or null if it can. The answer needs an ersReference and a receipt with the payment's
 * amount. SEQR may leave the receipt's invoiceReference and paymentReference out, but they must not name another invoice or
 * payment. While the order is unpaid, its total must be the same amount.
 */
export function paidProblem(expected: Expected, status: PaymentStatusAnswer): HeldFacts | null {
  const facts = factsOf(status);
  const { receipt } = status;
  if (facts.ersReference === null) return { ...facts, kind: 'no-reference' };
  if (!receipt || facts.amount === null) return { ...facts, kind: 'no-receipt' };
  const receiptInvoice = receipt.invoiceReference ?? expected.invoiceReference;
  if (receiptInvoice !== expected.invoiceReference) return { ...facts, kind: 'other-receipt', detail: receiptInvoice };
  if (receipt.paymentReference !== undefined && receipt.paymentReference !== facts.ersReference) {
    return { ...facts, kind: 'other-receipt', detail: receipt.paymentReference };
  }
  if (facts.amount !== expected.amount || facts.currency !== expected.currency)
    return { ...facts, kind: 'other-amount' };
  const { orderState, orderTotal } = expected;
  if (unpaidStates.includes(orderState) && orderTotal !== expected.amount) return { ...facts, kind: 'order-changed' };
  return null;
}
