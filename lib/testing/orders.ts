import { now } from '../clock';
import { db } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { newKey } from '../ids';
import { merchant } from '../merchant';
import { formatOrderNumber } from '../orders/get-order';
import { orderSearchText } from '../orders/search-text';

let serial = 0;

/** Returns the columns of a typical order without lines. A test passes the columns that matter to it as `change`. */
function orderColumns(change: Partial<Prisma.OrderUncheckedCreateInput> = {}) {
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
  const { number, bankReference = null, name, email } = order;
  return { ...order, searchText: orderSearchText({ number: formatOrderNumber(number), bankReference, name, email }) };
}

export async function addOrder(change: Partial<Prisma.OrderUncheckedCreateInput> = {}) {
  return db().write((tx) => tx.order.create({ data: orderColumns(change) }));
}
