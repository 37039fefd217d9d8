import type { Actor, OrderEventContent } from '../orders/order-events';
import type { OrderState, PaymentState } from '../orders/order-states';
import type { Source } from '../payments/move-payment';

export type HistorySource = Source | Actor['source'];

/** One line of what happened to an order: when, and who learnt or did it. */
export type HistoryEntry = { readonly at: Date } & (
  | { readonly type: 'ordered' }
  | { readonly type: 'closed'; readonly state: OrderState }
  | {
      readonly type: 'payment';
      readonly attempt: number;
      readonly from: PaymentState;
      readonly to: PaymentState;
      readonly source: HistorySource;
      readonly detail: string | null;
    }
  | {
      readonly type: 'order';
      readonly source: HistorySource;
      readonly actor: string | null;
      readonly content: OrderEventContent;
    }
  | {
      readonly type: 'effect';
      readonly kind: string;
      readonly failure: string | null;
      /** A mail that was written while no mail server was configured, and so went to nobody. */
      readonly unsent: boolean;
    }
);

type Rows = {
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly state: string;
  readonly events: readonly { at: Date; source: string; actor: string | null; kind: string; data: string }[];
  readonly payments: readonly {
    attempt: number;
    events: readonly { at: Date; source: string; fromState: string; toState: string; detail: string | null }[];
  }[];
  readonly mails: readonly { cause: string; sentAt: Date | null; failure: string | null }[];
  readonly effects: readonly {
    key: string;
    kind: string;
    createdAt: Date;
    doneAt: Date | null;
    failure: string | null;
  }[];
};

/** All that is known of an order's past, oldest first. */
export function orderHistory(order: Rows): HistoryEntry[] {
  const entries: HistoryEntry[] = [{ at: order.createdAt, type: 'ordered' }];
  for (const { attempt, events } of order.payments) {
    for (const { at, source, fromState, toState, detail } of events) {
      const states = { from: fromState as PaymentState, to: toState as PaymentState };
      entries.push({ at, type: 'payment', attempt, ...states, source: source as HistorySource, detail });
    }
  }
  for (const { at, source, actor, kind, data } of order.events) {
    const content = { ...JSON.parse(data), kind } as OrderEventContent;
    entries.push({ at, type: 'order', source: source as HistorySource, actor, content });
  }
  const mails = new Map(order.mails.map((mail) => [mail.cause, mail]));
  for (const { key, kind, createdAt, doneAt, failure } of order.effects) {
    if (!doneAt && !failure) continue;
    const mail = mails.get(key);
    const unsent = mail !== undefined && doneAt !== null && mail.sentAt === null && mail.failure === null;
    entries.push({ at: doneAt ?? createdAt, type: 'effect', kind, failure: failure ?? mail?.failure ?? null, unsent });
  }
  if (order.closedAt) entries.push({ at: order.closedAt, type: 'closed', state: order.state as OrderState });
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}
