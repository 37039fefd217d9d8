import { notFound } from 'next/navigation';
import { getOrderDetails, type OrderDetails } from '@/lib/admin/get-order-details';
import type { AnySession } from '@/lib/admin/visitor-session';

export type OrderParams = { number: string };

/** `10001` → 10001; null if it is not an order number. */
export function parseNumber({ number }: OrderParams): number | null {
  return /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null;
}

/** The order in the address. Calls `notFound` if it does not exist. */
export async function requireOrder(session: AnySession, params: OrderParams): Promise<OrderDetails> {
  const number = parseNumber(params);
  return (number && (await getOrderDetails(session, number))) || notFound();
}

export function orderPath(number: number | string, note?: string): string {
  return `/admin/orders/${number}${note === undefined ? '' : `?note=${note}`}`;
}
