import { db } from '../db/client';
import type { Payment } from '../db/generated/client';
import { type Money, storedMoney } from '../money';
import {
  canAccept,
  canCancel,
  canChange,
  canDeliver,
  canPack,
  canReceiveTransfer,
  canUndoDelivery,
} from '../orders/allowed-actions';
import { formatCreditNoteNumber } from '../orders/credit-note';
import { listRefunding } from '../orders/excess';
import { getOrder, type OrderLineView, type OrderView } from '../orders/get-order';
import { leftToRefund } from '../orders/kept-money';
import type { PaymentState } from '../orders/order-states';
import type { RefundState } from '../orders/refund-states';
import { hasReceipt } from '../receipts/receipt-facts';
import { listRefundedQuantities } from '../refunds/request-refund';
import { type HistoryEntry, orderHistory } from './order-history';
import { type AnySession, isVisitor, ownOrders } from './visitor-session';

export type PaymentDetails = {
  readonly id: string;
  readonly attempt: number;
  readonly state: PaymentState;
  /** True if an open incident holds the payment. Its state then does not show what the payer did. */
  readonly isHeld: boolean;
  readonly amount: Money;
  readonly invoiceReference: string | null;
  readonly ersReference: string | null;
  readonly failure: string | null;
  readonly createdAt: Date;
};

export type RefundDetails = {
  readonly id: string;
  readonly state: RefundState;
  readonly amount: Money;
  readonly reason: string;
  readonly byTransfer: boolean;
  readonly ersReference: string | null;
  readonly failure: string | null;
  readonly createdAt: Date;
  /** The credit note's number, such as `CN-1001`. Null until the refund is done. */
  readonly creditNote: string | null;
};

/** Money that can still be refunded from one payment, or from bank transfers if `paymentId` is null. */
export type Refundable = { readonly paymentId: string | null; readonly attempt: number | null; readonly left: Money };

type LineDetails = OrderLineView & { readonly position: number; readonly refunded: number };

export type OrderDetails = Omit<OrderView, 'number' | 'lines' | 'refunds'> & {
  readonly number: number;
  readonly displayNumber: string;
  readonly sentAt: Date | null;
  readonly transferred: Money;
  readonly lines: readonly LineDetails[];
  readonly payments: readonly PaymentDetails[];
  readonly refunds: readonly RefundDetails[];
  readonly refundable: readonly Refundable[];
  readonly history: readonly HistoryEntry[];
  /** The change that SEQR has not confirmed yet. */
  readonly change: { readonly from: Money; readonly to: Money; readonly actor: string; readonly at: Date } | null;
  readonly may: Readonly<
    Record<'accept' | 'cancel' | 'change' | 'deliver' | 'pack' | 'receiveTransfer' | 'resend' | 'undoDelivery', boolean>
  >;
};

const nothing = {
  ...{ accept: false, change: false, deliver: false, pack: false, receiveTransfer: false },
  ...{ resend: false, undoDelivery: false },
};

/**
 * Everything about one order for the back office, by its number. Null if it does not exist, or if it is not the visitor's. A
 * visitor may only cancel and refund.
 */
export async function getOrderDetails(session: AnySession, number: number): Promise<OrderDetails | null> {
  const row = await db().read.order.findUnique({
    where: { number, ...ownOrders(session) },
    include: {
      payments: { orderBy: { attempt: 'asc' }, include: { events: { orderBy: { id: 'asc' } } } },
      refunds: { orderBy: { createdAt: 'asc' }, include: { creditNote: { select: { number: true } } } },
      mails: { select: { cause: true, sentAt: true, failure: true }, orderBy: { createdAt: 'asc' } },
      events: { orderBy: { id: 'asc' } },
      changes: { where: { openFor: { not: null } } },
      incidents: { select: { kind: true, outcome: true, paymentId: true, amount: true } },
    },
  });
  const order = row && (await getOrder(row.id));
  if (!order) return null;
  const [change] = row.changes;
  const isHeld = row.payments.some(({ heldAt }) => heldAt !== null);
  const [effects, quantities, refunding] = await Promise.all([
    db().read.outbox.findMany({
      orderBy: { id: 'asc' },
      where: { subjectId: { in: [row.id, ...[...row.payments, ...row.refunds].map(({ id }) => id)] } },
    }),
    listRefundedQuantities(db().read, row.id),
    listRefunding(db().read, row.payments),
  ]);
  return {
    ...order,
    number,
    displayNumber: order.number,
    sentAt: row.deliveredAt,
    transferred: storedMoney(row.transferred, row.currency),
    lines: order.lines.map((line, position) => ({ ...line, position, refunded: quantities.get(position) ?? 0 })),
    payments: row.payments.map((payment) => {
      const { id, attempt, invoiceReference, ersReference, failure, createdAt } = payment;
      const view = { id, attempt, invoiceReference, ersReference, failure, createdAt };
      return {
        ...{ ...view, state: payment.state, isHeld: payment.heldAt !== null },
        amount: storedMoney(payment.amount, payment.currency),
      };
    }),
    refunds: row.refunds.map((refund) => {
      const { id, reason, ersReference, failure, createdAt } = refund;
      return {
        ...{ id, reason, ersReference, failure, createdAt },
        state: refund.state,
        amount: storedMoney(refund.amount, refund.currency),
        byTransfer: refund.paymentId === null,
        creditNote: refund.creditNote && formatCreditNoteNumber(refund.creditNote.number),
      };
    }),
    refundable: refundableOf(row, refunding),
    history: orderHistory({ ...row, effects }),
    change: change
      ? {
          from: storedMoney(change.fromTotal, row.currency),
          to: storedMoney(change.toTotal, row.currency),
          ...{ actor: change.actor ?? '', at: change.createdAt },
        }
      : null,
    may: {
      ...(isVisitor(session)
        ? nothing
        : {
            accept: canAccept(row),
            change: canChange({ ...row, isHeld }) && !change,
            deliver: canDeliver(row),
            pack: canPack(row),
            receiveTransfer: canReceiveTransfer(row),
            resend: hasReceipt(order),
            undoDelivery: canUndoDelivery(row),
          }),
      cancel: canCancel({ ...row, isHeld }),
    },
  };
}

type WithPayments = Omit<Parameters<typeof leftToRefund>[0], 'payments'> & { readonly payments: readonly Payment[] };

function refundableOf(order: WithPayments, refunding: ReadonlySet<string>): Refundable[] {
  return [...order.payments.filter(({ state }) => state === 'PAID'), null]
    .map((payment) => ({
      paymentId: payment?.id ?? null,
      attempt: payment?.attempt ?? null,
      left: storedMoney(leftToRefund(order, payment, refunding), (payment ?? order).currency),
    }))
    .filter(({ left }) => left.amount > 0);
}
