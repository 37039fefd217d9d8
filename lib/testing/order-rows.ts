import { db } from '../db/client';
import type { Prisma, RefundState } from '../db/generated/client';
import { newUuid } from '../ids';

// Writes rows directly into the shop's database, for tests of code that reads them.

let serial = 10_000;
/** Writes a paid order with its payment; `amount` in öre. Returns the order's id. */
export async function addPaidOrder(ersReference: string, amount: number, paidAt = new Date()) {
  const number = serial++;
  const order = {
    number,
    checkoutKey: newUuid(),
    requestHash: '',
    state: 'PAID' as const,
    paymentMethod: 'seqr' as const,
    language: 'en',
  };
  const buyer = { name: '', email: '', address: '', postalCode: '', city: '', country: '' };
  const [at, id] = [paidAt, `order-${number}`];
  const money = { amount, currency: 'SEK' };
  await db().write(async (tx) => {
    await tx.order.create({
      data: {
        ...{ ...order, ...buyer, id, delivery: 'standard', currency: 'SEK', total: amount },
        ...{ createdAt: at, expiresAt: at, paidAt: at },
      },
    });
    await tx.payment.create({
      data: {
        ...money,
        id,
        orderId: id,
        attempt: 1,
        state: 'PAID',
        ersReference,
        createdAt: at,
        expiresAt: at,
        paidAt: at,
      },
    });
  });
  return id;
}

/** Writes an unpaid order. Its payment is ISSUED and has no invoiceReference. */
export async function addUnpaidOrder(amount: number): Promise<string> {
  const id = await addPaidOrder(newUuid(), amount);
  await db().write(async (tx) => {
    await tx.order.update({ where: { id }, data: { state: 'PENDING', paidAt: null } });
    await tx.payment.update({ where: { id }, data: { state: 'ISSUED', paidAt: null, ersReference: null } });
  });
  return id;
}

/** Writes an incident about the order's payment. */
export async function addIncident(
  orderId: string,
  facts: Pick<Prisma.IncidentUncheckedCreateInput, 'kind' | 'amount' | 'outcome' | 'status' | 'ersReference'> & {
    readonly openedAt?: Date;
  },
) {
  const at = new Date();
  const endedAt = facts.outcome ? at : null;
  const data = { id: newUuid(), orderId, paymentId: orderId, currency: 'SEK', openedAt: at, endedAt, ...facts };
  await db().write((tx) => tx.incident.create({ data }));
}

/** Writes a refund of the order's payment; `amount` in öre. */
export async function addRefund(orderId: string, amount: number, state: RefundState, ersReference: string | null) {
  const at = new Date();
  const settledAt = state === 'DONE' ? at : null;
  const money = { amount, currency: 'SEK', reason: '' };
  const id = newUuid();
  await db().write((tx) =>
    tx.refund.create({
      data: { ...money, id, orderId, paymentId: orderId, key: id, state, ersReference, createdAt: at, settledAt },
    }),
  );
}
