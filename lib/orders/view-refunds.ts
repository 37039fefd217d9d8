import { type Money, money, storedMoney } from '../money';
import { creditedVat, formatCreditNoteNumber, type StoredCreditNote } from './credit-note';
import { vatOfRefunds } from './refund-vat';
import type { VatShare } from './vat';

type RefundLineView = {
  readonly position: number;
  readonly name: string;
  readonly quantity: number;
  readonly amount: Money;
};

/** A refund that SEQR has confirmed. */
export type RefundView = {
  readonly id: string;
  readonly amount: Money;
  readonly at: Date;
  readonly ersReference: string | null;
  /** Sent to the buyer's bank account, not to the SEQR account. */
  readonly byTransfer: boolean;
  /** Empty for a refund by amount. */
  readonly lines: readonly RefundLineView[];
  /** The number of its credit note as people see it. Null for a refund made before credit notes existed. */
  readonly creditNote: string | null;
  /** The VAT contained in it; see refund-vat.ts. */
  readonly vat: readonly VatShare[];
};

type RefundRow = {
  readonly id: string;
  readonly paymentId: string | null;
  readonly amount: number;
  readonly currency: string;
  readonly createdAt: Date;
  readonly settledAt: Date | null;
  readonly ersReference: string | null;
  readonly lines: readonly { readonly position: number; readonly quantity: number; readonly amount: number }[];
  readonly creditNote: StoredCreditNote | null;
};

type Order = Parameters<typeof vatOfRefunds>[0] & {
  readonly lines: readonly { readonly name: string; readonly vatRate: number | null }[];
};

/** An order's refunds, oldest first. All `rows` must be in state DONE. */
export function viewRefunds(order: Order, rows: readonly RefundRow[]): RefundView[] {
  const refunds = rows
    .map((row) => ({ row, at: row.settledAt ?? row.createdAt, amount: storedMoney(row.amount, row.currency) }))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.row.id < b.row.id ? -1 : 1));
  // Money in a different currency was not charged for this order.
  const ofOrder = refunds.filter(({ amount }) => amount.currency === order.total.currency);
  const vat = vatOfRefunds(
    order,
    ofOrder.map(({ row, amount }) => ({
      amount,
      credited: row.creditNote && creditedVat(row.creditNote),
      lines: row.lines.map((line) => ({
        amount: money(line.amount, amount.currency),
        vatRate: order.lines[line.position]?.vatRate ?? null,
      })),
    })),
  );
  return refunds.map((refund) => ({
    id: refund.row.id,
    amount: refund.amount,
    at: refund.at,
    ersReference: refund.row.ersReference,
    byTransfer: refund.row.paymentId === null,
    lines: refund.row.lines.map(({ position, quantity, amount }) => ({
      position,
      name: order.lines[position]?.name ?? '',
      quantity,
      amount: storedMoney(amount, refund.row.currency),
    })),
    creditNote: refund.row.creditNote && formatCreditNoteNumber(refund.row.creditNote.number),
    vat: vat[ofOrder.indexOf(refund)] ?? [],
  }));
}
