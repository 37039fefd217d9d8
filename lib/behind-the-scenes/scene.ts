import type { OrderState, PaymentState } from '../orders/order-states';
import type { Source } from '../payments/move-payment';
import type { Exchange } from './read-exchanges';

/** Rows that a step wrote in one table of the shop's database. `id`: the id of a single row, if it is a number. */
export type WrittenRows = {
  readonly change: 'INSERT' | 'UPDATE';
  readonly table: 'Order' | 'OrderEvent' | 'OrderLine' | 'Outbox' | 'Payment' | 'PaymentEvent' | 'Product';
  readonly count?: number;
  readonly id?: number;
};

/** Events caused by a payer or by SEQR itself. */
export const payerEvents = [
  'scanned',
  'refused',
  'paid',
  'failed',
  'canceled-by-payer',
  'expired',
  'reversed',
] as const;
type PayerEvent = (typeof payerEvents)[number];

type AtSeqr =
  | { readonly kind: 'message'; readonly exchange: Exchange }
  /** `httpStatus`: the shop's answer; null if there was none. */
  | { readonly kind: 'notification'; readonly httpStatus: number | null; readonly milliseconds: number }
  | { readonly kind: 'payer'; readonly event: PayerEvent };

type InShop = { readonly rows: readonly WrittenRows[] } & (
  | { readonly kind: 'ordered' }
  | { readonly kind: 'attempt'; readonly attempt: number }
  | {
      readonly kind: 'payment';
      readonly attempt: number;
      readonly from: PaymentState;
      readonly to: PaymentState;
      readonly source: Source;
      readonly detail: string | null;
    }
  | { readonly kind: 'order'; readonly to: OrderState }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'queued' | 'done' | 'failing'; readonly effect: string }
);

/** Something that happened to an order, in the shop or at SEQR. `key` is unique within the order, and stable. */
export type Scene = { readonly key: string; readonly at: Date } & (AtSeqr | InShop);
export type ShopScene = Extract<Scene, InShop>;
