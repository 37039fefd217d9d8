import { now } from '../clock';
import type { Tx } from '../db/client';
import { insertRows } from '../db/insert-rows';
import { type Columns, updateRows } from '../db/update-rows';
import type { Merchant } from '../orders/order-events';
import { canMove, isOpen, type PaymentState } from '../orders/order-states';

/** What triggered the change; shown in the payment's history. */
export type Source = 'checkout' | 'notification' | 'refusal' | 'watcher' | 'page' | 'receipt' | 'buyer' | 'merchant';

/** A source, with the person's name if someone in the back office triggered the change. */
export type Trigger = Exclude<Source, 'merchant'> | Merchant;

export function sourceOf(trigger: Trigger): Source {
  return typeof trigger === 'string' ? trigger : trigger.source;
}

export type Move = {
  readonly id: string;
  readonly from: PaymentState;
  readonly to: PaymentState;
  readonly source: Trigger;
  readonly detail?: string;
  readonly data?: Columns<'Payment'>;
};

/**
 * Changes a payment's state by compare-and-swap, and writes an event in the same transaction. No other function changes
 * the state. False if the payment is no longer in `from`. Throws on an invalid transition.
 */
export async function movePayment(tx: Tx, { id, from, to, source, detail, data }: Move): Promise<boolean> {
  if (!canMove(from, to)) throw new Error(`payments: ${from} → ${to} is an invalid transition`);
  const at = now();
  const closing = isOpen(to) ? {} : { openOrderId: null, nextCheckAt: null, closedAt: at };
  const count = await updateRows(tx, 'Payment', { id, state: from }, { ...data, ...closing, state: to });
  if (count === 0) return false;
  const by = { source: sourceOf(source), actor: typeof source === 'string' ? null : source.name };
  await insertRows(tx, 'PaymentEvent', [
    { paymentId: id, at, ...by, fromState: from, toState: to, detail: detail ?? null },
  ]);
  return true;
}
