import { now } from '../clock';
import { processGlobal } from '../process-global';
import type { WhatIf } from './what-if';

/** The latest what-if of an order. `refusal`: why SEQR refused a payer, if it did. */
export type Started = { readonly whatIf: WhatIf; readonly at: Date; refusal: string | null };

const MAX_KEPT = 1_000;
const MAX_ACTIVE = 20;

type Kept = Started & { readonly endsAt: number };

// A demonstration is one process, and its what-ifs need not survive a restart.
const kept = () => processGlobal('what-ifs', () => new Map<string, Kept>());

/** Records that a what-if begins. Null if the order has one in progress, or if too many orders have. */
export function begin(orderId: string, started: Started, forMs: number): Started | null {
  const time = now().getTime();
  const active = [...kept().values()].filter(({ endsAt }) => endsAt > time).length;
  const last = kept().get(orderId);
  if (active >= MAX_ACTIVE || (last && last.endsAt > time)) return null;
  const entry = { ...started, endsAt: time + forMs };
  kept().delete(orderId);
  kept().set(orderId, entry);
  const [oldest] = kept().keys();
  if (kept().size > MAX_KEPT && oldest !== undefined) kept().delete(oldest);
  return entry;
}

export function latestWhatIf(orderId: string): Started | null {
  return kept().get(orderId) ?? null;
}

/** Lets the order's visitor begin again. */
export function forget(orderId: string): void {
  kept().delete(orderId);
}
