import { now } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import { formatOrderNumber } from '../orders/get-order';
import { orderSearchText, SEARCH_VERSION } from '../orders/search-text';

let serial = 0;

/** Returns the columns of a typical order without lines. A test passes the columns that matter to it as `change`. */
function orderColumns(change: Partial<Prisma.OrderUncheckedCreateInput>, lines: readonly SearchableLine[]) {
  const at = change.createdAt ?? now();
  const order: Prisma.OrderUncheckedCreateInput = {
    id: newKey(),
    number: ++serial,
    checkoutKey: newKey(),
    requestHash: '',
    state: 'PENDING',
    paymentMethod: 'seqr',
    language: 'en',
    currency: merchant.currency,
    total: 100_00,
    delivery: 'standard',
    name: 'Bo Berg',
    email: 'bo@example.com',
    address: 'Backvägen 3',
    postalCode: '791 71',
    city: 'Falun',
    country: 'SE',
    bankReference: null,
    createdAt: at,
    expiresAt: at,
    ...change,
  };
  const searchText = orderSearchText({
    ...order,
    number: formatOrderNumber(order.number),
    bankReference: order.bankReference ?? null,
    lines: lines.map((line) => ({ sku: null, ...line })),
  });
  return { ...order, searchText, searchVersion: SEARCH_VERSION };
}

type SearchableLine = { readonly slug: string | null; readonly sku?: string | null; readonly name: string };

/** `lines` only go into the search text; they are not stored. */
export async function addOrder(
  change: Partial<Prisma.OrderUncheckedCreateInput> = {},
  lines: readonly SearchableLine[] = [],
) {
  return db().write((tx) => tx.order.create({ data: orderColumns(change, lines) }));
}
