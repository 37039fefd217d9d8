import { Prisma } from '../db/generated/client';
import { maxLengths } from '../input-limits';
import { type OrderState, orderStates } from '../orders/order-states';
import { foldForSearch } from '../orders/search-text';
import { addDays, startOfSwedishDay } from '../swedish-day';

/** `to-deliver`: paid, and not sent yet. */
export const orderFilterStates = [...orderStates, 'to-deliver'] as const;
export type OrderFilterState = (typeof orderFilterStates)[number];

export type OrderFilter = {
  /** Taken literally, whatever it holds. */
  readonly search: string;
  readonly state: OrderFilterState | null;
  /** Swedish days as `2026-11-23`, both included; null where there is no bound. */
  readonly from: string | null;
  readonly to: string | null;
};

/** Reads a filter from an address; what makes no sense there counts as not given. */
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

/** The conditions of a filter, besides those on the references of payments, which come as orders' ids. */
export function filterConditions({ search, state, from, to }: OrderFilter, ids: readonly string[]): Prisma.Sql[] {
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
    conditions.push(ids.length === 0 ? like : Prisma.sql`(${like} OR "id" IN (${Prisma.join([...ids])}))`);
  }
  return conditions;
}

function statesOf(state: OrderFilterState): OrderState[] {
  return state === 'to-deliver' ? ['PAID', 'PARTIALLY_REFUNDED'] : [state];
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
