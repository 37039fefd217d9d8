import { type AuditChange, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import type { Tx } from '../db/client';
import type { RefundCause } from '../db/generated/client';
import { auditOrderEvent } from './audit-order-event';
import type { IncidentFacts, IncidentKind, IncidentOutcome } from './incidents';
import type { OrderState } from './order-states';
import type { Shipment } from './shipment';

/** Who caused an event: the shop, the buyer, or a back-office user by their sign-in name. */
export type Actor =
  | { readonly source: 'shop' | 'buyer'; readonly name?: undefined }
  | { readonly source: 'merchant'; readonly name: string };

export type Merchant = Extract<Actor, { source: 'merchant' }>;

type RefundFacts = { readonly refundId: string; readonly amount: number; readonly currency: string };

/** Entries of an order's history besides payment events. Amounts are in minor units. */
export type OrderEventContent =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'cancel-requested' }
  | ({ readonly kind: 'delivered' } & Partial<Shipment>)
  | { readonly kind: 'undelivered' }
  | { readonly kind: 'receipt-resent' }
  | { readonly kind: 'goods-released'; readonly days: number }
  | ({ readonly kind: 'incident'; readonly incident: IncidentKind } & Omit<IncidentFacts, 'kind'>)
  | {
      readonly kind: 'incident-ended';
      readonly incident: IncidentKind;
      readonly outcome: IncidentOutcome;
      readonly note: string | null;
      readonly amount: number | null;
      readonly currency: string | null;
    }
  | { readonly kind: 'change-requested'; readonly from: number; readonly to: number; readonly currency: string }
  | { readonly kind: 'change-dropped'; readonly from: number; readonly to: number; readonly currency: string }
  | { readonly kind: 'changed'; readonly from: number; readonly to: number; readonly currency: string }
  | { readonly kind: 'transfer-received'; readonly amount: number; readonly currency: string; readonly note: string }
  | ({ readonly kind: 'refund-requested'; readonly reason: string; readonly cause?: RefundCause } & RefundFacts)
  | ({
      readonly kind: 'refund-done';
      readonly ersReference: string | null;
      readonly byHand: boolean;
      readonly creditNote?: number;
      /** Units that returned to stock. */
      readonly returned?: number;
    } & RefundFacts)
  | ({ readonly kind: 'refund-refused'; readonly failure: string; readonly byHand: boolean } & RefundFacts)
  | ({ readonly kind: 'refund-unknown'; readonly failure: string } & RefundFacts);

/**
 * Appends to an order's history, and to the audit list if a person in the back office did it. Call it in the transaction
 * that makes the change.
 */
export async function recordOrderEvent(tx: Tx, orderId: string, by: Actor, content: OrderEventContent): Promise<void> {
  const { kind, ...facts } = content;
  const event = { at: now(), source: by.source, actor: by.name ?? null, kind, data: JSON.stringify(facts) };
  await tx.orderEvent.create({ data: { orderId, ...event } });
  if (by.source === 'merchant') await auditOrder(tx, orderId, by, [auditOrderEvent(content)]);
}

/** Appends the change of an order's state to the audit list, if it is no longer `before`. */
export async function auditOrderState(tx: Tx, id: string, before: OrderState, by: Actor): Promise<void> {
  const { state } = await tx.order.findUniqueOrThrow({ where: { id }, select: { state: true } });
  if (state !== before) await auditOrder(tx, id, by, [{ field: 'state', before, after: state }]);
}

/** Appends an order's changes to the audit list, under the order's number, because its id is the buyer's secret. */
async function auditOrder(tx: Tx, id: string, by: Actor, changes: readonly AuditChange[]): Promise<void> {
  const { number } = await tx.order.findUniqueOrThrow({ where: { id }, select: { number: true } });
  await recordAudit(tx, by, { kind: 'order', id: String(number) }, changes);
}
