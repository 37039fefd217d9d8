import { maxLengths } from '../input-limits';
import { type Money, money } from '../money';
import type { RefundedLine } from '../refunds/request-refund';
import type { OrderDetails, Refundable } from './get-order-details';
import { parseAmount } from './parse-amount';

export type RefundProblem = 'nothing-left' | 'no-lines' | 'quantity' | 'amount' | 'too-much' | 'reason';

export type RefundDraft = {
  readonly source: Refundable;
  readonly amount: Money;
  readonly lines: readonly RefundedLine[];
  readonly reason: string;
  /** Whether the refunded units return to stock. */
  readonly restock: boolean;
};

export type ParsedRefund =
  | { readonly ok: true; readonly draft: RefundDraft }
  | { readonly ok: false; readonly problem: RefundProblem };

/**
 * Parses the refund form against the current order. The form's fields:
 * - `payment`: the id of the payment to refund, or `transfer` for bank transfers. Default: the first with money left.
 * - `mode`: how much; `q<position>`: units of a line; `amount`; `reason`.
 * - `restock`: whether the units return to stock. Ignored if `mode` is `amount`, because no units are chosen then.
 */
export function parseRefund(form: Readonly<Record<string, string>>, order: OrderDetails): ParsedRefund {
  const source = order.refundable.find(({ paymentId }) => !form.payment || form.payment === (paymentId ?? 'transfer'));
  if (!source) return refuse('nothing-left');
  const reason = (form.reason ?? '').replace(/\s+/g, ' ').trim();
  if (reason === '' || reason.length > maxLengths.refundReason) return refuse('reason');
  const restock = form.restock === 'on' && form.mode !== 'amount' && canRestock(order);
  const accept = (amount: Money, lines: readonly RefundedLine[] = []): ParsedRefund => {
    const isOther = amount.currency !== source.left.currency;
    if (isOther || amount.amount > source.left.amount) return refuse('too-much');
    return { ok: true, draft: { source, amount, lines, reason, restock } };
  };
  switch (form.mode) {
    case 'all':
      return accept(source.left);
    case 'amount': {
      const amount = parseAmount(form.amount ?? '', source.left.currency);
      return amount ? accept(amount) : refuse('amount');
    }
    case 'lines': {
      const lines = parseLines(form, order);
      if (!lines) return refuse('quantity');
      const sum = lines.reduce((total, line) => total + line.amount, 0);
      return lines.length === 0 ? refuse('no-lines') : accept(money(sum, order.total.currency), lines);
    }
    default:
      return refuse('no-lines');
  }
}

/**
 * What a person confirms: the amount, and what was left to refund from the same source. The form carries it in a hidden
 * field. If either has changed when the form arrives, for example by another merchant's refund, nothing is refunded.
 */
export function confirmedText({ amount, source }: RefundDraft): string {
  return `${amount.amount} of ${source.left.amount} ${amount.currency}`;
}

/** Units can return to stock if they were sold; an order that was paid too late sold none. */
export function canRestock({ paidAt }: Pick<OrderDetails, 'paidAt'>): boolean {
  return paidAt !== null;
}

function refuse(problem: RefundProblem): ParsedRefund {
  return { ok: false, problem };
}

/**
 * Null if a quantity is not a whole number, exceeds the line's remaining units, or is for a line without a positive
 * price.
 */
function parseLines(form: Readonly<Record<string, string>>, { lines }: OrderDetails): RefundedLine[] | null {
  const chosen: RefundedLine[] = [];
  for (const { position, quantity, refunded, unitPrice } of lines) {
    const text = (form[`q${position}`] ?? '').trim();
    if (text === '' || text === '0') continue;
    const pieces = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
    if (!(pieces <= quantity - refunded) || unitPrice.amount <= 0) return null;
    chosen.push({ position, quantity: pieces, amount: unitPrice.amount * pieces });
  }
  return chosen;
}
