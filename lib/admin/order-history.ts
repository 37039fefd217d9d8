import type { Actor, OrderEventContent } from '../orders/order-events';
import type { OrderState, PaymentState } from '../orders/order-states';
import type { Source } from '../payments/move-payment';

type HistorySource = Source | Actor['source'];

/** One entry in an order's history. */
export type HistoryEntry = { readonly at: Date } & (
  | { readonly type: 'ordered' }
  | { readonly type: 'closed'; readonly state: OrderState }
  | {
      readonly type: 'payment';
      readonly attempt: number;
      readonly from: PaymentState;
      readonly to: PaymentState;
      readonly source: HistorySource;
      /** The merchant who caused it. Null for other sources, and for entries from before names were recorded. */
      readonly actor: string | null;
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
      /** True for a mail that was only stored because no mail server was configured. */
      readonly unsent: boolean;
    }
);

type Rows = {
  readonly createdAt: Date;
  readonly closedAt: Date | null;
  readonly state: OrderState;
  readonly events: readonly { at: Date; source: Actor['source']; actor: string | null; kind: string; data: string }[];
  readonly payments: readonly {
    attempt: number;
    events: readonly {
      at: Date;
      source: Source;
      actor: string | null;
      fromState: PaymentState;
      toState: PaymentState;
      detail: string | null;
    }[];
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

/** An order's history, oldest first. Excludes effects that have neither succeeded nor failed yet. */
export function orderHistory(order: Rows): HistoryEntry[] {
  const entries: HistoryEntry[] = [{ at: order.createdAt, type: 'ordered' }];
  for (const { attempt, events } of order.payments) {
    for (const { at, source, actor, fromState, toState, detail } of events) {
      entries.push({ at, type: 'payment', attempt, from: fromState, to: toState, source, actor, detail });
    }
  }
  for (const { at, source, actor, kind, data } of order.events) {
    // recordOrderEvent wrote this JSON.
    const content: OrderEventContent = { ...JSON.parse(data), kind };
    entries.push({ at, type: 'order', source, actor, content });
  }
  const mails = new Map(order.mails.map((mail) => [mail.cause, mail]));
  for (const { key, kind, createdAt, doneAt, failure } of order.effects) {
    if (!doneAt && !failure) continue;
    const mail = mails.get(key);
    // A finished effect without its mail: the mail was outdated before it could be written.
    if (doneAt && !mail && kind.startsWith('mail-')) continue;
    const unsent = mail !== undefined && doneAt !== null && mail.sentAt === null && mail.failure === null;
    entries.push({ at: doneAt ?? createdAt, type: 'effect', kind, failure: failure ?? mail?.failure ?? null, unsent });
  }
  if (order.closedAt) entries.push({ at: order.closedAt, type: 'closed', state: order.state });
  return entries.sort((a, b) => a.at.getTime() - b.at.getTime());
}
