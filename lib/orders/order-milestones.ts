import type { Money } from '../money';
import type { OrderView } from './get-order';
import type { Shipment } from './shipment';

/** A step of an order that the buyer sees with its time. */
export type Milestone = { readonly at: Date } & (
  | { readonly kind: 'placed' | 'paid' | 'cancelled' | 'expired' }
  | ({ readonly kind: 'sent' } & Shipment)
  | { readonly kind: 'refunded'; readonly amount: Money; readonly byTransfer: boolean }
);

type Facts = Pick<OrderView, 'state' | 'createdAt' | 'paidAt' | 'payment' | 'closedAt' | 'shipment' | 'refunds'>;

/** What has happened to the order so far, oldest first. */
export function orderMilestones(order: Facts): Milestone[] {
  const { state, createdAt, closedAt, shipment } = order;
  const steps: Milestone[] = [{ kind: 'placed', at: createdAt }];
  const paidAt = order.paidAt ?? (order.payment?.state === 'PAID' ? order.payment.paidAt : null);
  if (paidAt) steps.push({ kind: 'paid', at: paidAt });
  if (shipment) steps.push({ kind: 'sent', ...shipment });
  if (closedAt && state === 'CANCELED') steps.push({ kind: 'cancelled', at: closedAt });
  if (closedAt && state === 'EXPIRED') steps.push({ kind: 'expired', at: closedAt });
  for (const { at, amount, byTransfer } of order.refunds) steps.push({ kind: 'refunded', at, amount, byTransfer });
  return steps.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
