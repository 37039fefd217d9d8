import { now } from '../clock';
import type { Tx } from '../db/client';
import type { IncidentFacts, IncidentKind, IncidentOutcome } from './incidents';

/** Who did it: the shop by itself, the buyer, or a person in the back office under the name they signed in with. */
export type Actor =
  | { readonly source: 'shop' | 'buyer'; readonly name?: undefined }
  | { readonly source: 'merchant'; readonly name: string };

type RefundFacts = { readonly refundId: string; readonly amount: number; readonly currency: string };

/** What may stand in an order's history besides its payments' events. Amounts are in minor units. */
export type OrderEventContent =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'cancel-requested' }
  | { readonly kind: 'delivered' }
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
  | ({ readonly kind: 'refund-requested'; readonly reason: string } & RefundFacts)
  | ({ readonly kind: 'refund-done'; readonly ersReference: string | null; readonly byHand: boolean } & RefundFacts)
  | ({ readonly kind: 'refund-refused'; readonly failure: string; readonly byHand: boolean } & RefundFacts)
  | ({ readonly kind: 'refund-unknown'; readonly failure: string } & RefundFacts);

/** Adds to an order's history, in the transaction of what it tells of. */
export async function recordOrderEvent(
  tx: Tx,
  orderId: string,
  { source, name }: Actor,
  { kind, ...facts }: OrderEventContent,
): Promise<void> {
  const data = JSON.stringify(facts);
  await tx.orderEvent.create({ data: { orderId, at: now(), source, actor: name ?? null, kind, data } });
}
