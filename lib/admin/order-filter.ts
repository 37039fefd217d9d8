import { Prisma } from '../db/generated/client';
import { foldForSearch } from '../fold-for-search';
import { maxLengths } from '../input-limits';
import { type OrderState, orderStates } from '../orders/order-states';
import { addDays, startOfSwedishDay } from '../swedish-day';

/** `to-deliver`: paid and not yet sent. */
export const orderFilterStates = [...orderStates, 'to-deliver'] as const;
type OrderFilterState = (typeof orderFilterStates)[number];

export type OrderFilter = {
  /** Part of the order's text, in any case, with or without accents. `%` and `_` are not wildcards. */
  readonly search: string;
  readonly state: OrderFilterState | null;
  /** Inclusive Swedish days such as `2026-11-23`; null for no bound. */
  readonly from: string | null;
  readonly to: string | null;
};

/** Parses a filter from a query string. Invalid values are ignored. */
export function parseOrderFilter(query: Readonly<Record<string, string | undefined>>): OrderFilter {
  const state = orderFilterStates.find((known) => known === query.state) ?? null;
  const day = (text = '') => (startOfSwedishDay(text) ? text : null);
  return {
    search: (query.q ?? '').slice(0, maxLengths.orderSearch).trim(),
    state,
    from: day(query.from),
    to: day(query.to),
  };
}

/**
 * The SQL conditions for a filter. `numbers`: orders found by a payment's reference; they match regardless of their
 * text.
 */
export function filterConditions({ search, state, from, to }: OrderFilter, numbers: readonly number[]): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (state !== null) conditions.push(Prisma.sql`"state" IN (${Prisma.join(statesOf(state))})`);
  if (state === 'to-deliver') conditions.push(Prisma.sql`"deliveredAt" IS NULL`);
  const start = from === null ? null : startOfSwedishDay(from);
  const end = to === null ? null : startOfSwedishDay(addDays(to, 1));
  if (start) conditions.push(Prisma.sql`"createdAt" >= ${start}`);
  if (end) conditions.push(Prisma.sql`"createdAt" < ${end}`);
  const text = foldForSearch(search);
  if (search !== '') {
    const like = Prisma.sql`"searchText" LIKE ${`%${escapeLike(text)}%`} ESCAPE '\\'`;
    conditions.push(numbers.length === 0 ? like : Prisma.sql`(${like} OR "number" IN (${Prisma.join([...numbers])}))`);
  }
  return conditions;
}

function statesOf(state: OrderFilterState): OrderState[] {
  return state === 'to-deliver' ? ['PAID', 'PARTIALLY_REFUNDED'] : [state];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
