import type { Books } from './books';
import type { Span, Verdict } from './finding';
import type { Ledger, SeqrClient, ShopClient } from './http';
import type { Merchants } from './merchant';
import type { OrderPlan } from './plan';
import type { Servers } from './servers';

/** What buyers, merchants and disasters act on. */
export type World = {
  readonly servers: Servers;
  readonly books: Books;
  readonly goods: Goods;
  readonly payers: readonly string[];
  readonly ledger: Ledger;
  readonly shop: ShopClient;
  readonly shopAddress: string;
  readonly seqr: SeqrClient;
  readonly merchants: Merchants;
  /** How often each fault, disaster and simultaneous act of the merchants happened, by name. */
  readonly survived: Map<string, number>;
  readonly skipped: Map<string, string>;
  /** References of invoices whose payment the run reversed at SEQR. */
  readonly reversals: Set<string>;
  /** The times in which SEQR, the database or the worker was out of order, so that the shop could not learn of a payment. */
  readonly outages: () => Span[];
};

/** The slugs of one product with too little stock, and of some with plenty. */
export type Goods = { readonly scarce: string; readonly plenty: readonly string[] };

/** A buyer, with everything that this buyer did and was told. */
export type Buyer = {
  readonly plan: OrderPlan;
  /** The checkout key. */
  readonly key: string;
  outcome: 'no answer' | 'placed' | 'refused';
  orderId: string | null;
  readonly told: { readonly at: number; readonly status: string; readonly ersReference: string | null }[];
  readonly paid: { readonly reference: string; readonly at: number }[];
  readonly problems: (readonly [kind: Verdict, text: string])[];
};
