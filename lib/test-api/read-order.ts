import type { z } from 'zod';
import { db } from '../db/client';
import { TestApiError } from './test-route';
import type { mailQuery, orderQuery } from './values';

const MAX_LISTED = 100;

const order = {
  ...{ id: true, number: true, state: true, paymentMethod: true, language: true, currency: true, total: true },
  ...{ delivery: true, name: true, email: true, bankReference: true, createdAt: true, expiresAt: true, paidAt: true },
  ...{ closedAt: true, deliveredAt: true },
} as const;

const line = {
  ...{ kind: true, slug: true, sku: true, name: true, quantity: true, unitPrice: true, vatRate: true, total: true },
  returned: true,
} as const;

const payment = {
  ...{ id: true, attempt: true, state: true, amount: true, currency: true, refunded: true, invoiceReference: true },
  ...{ ersReference: true, failure: true, expiresAt: true, nextCheckAt: true, paidAt: true },
} as const;

const refund = {
  ...{ id: true, amount: true, currency: true, state: true, cause: true, reason: true, actor: true, failure: true },
  ...{ ersReference: true, createdAt: true, settledAt: true },
} as const;

const mail = {
  ...{ kind: true, orderId: true, recipient: true, subject: true, text: true, createdAt: true, sentAt: true },
  failure: true,
} as const;

const task = { kind: true, subjectId: true, attempts: true, nextAt: true, failure: true } as const;

/**
 * An order with everything that belongs to it, oldest first. Amounts are in minor units. `tasks` are the order's unfinished
 * outbox rows, such as sending SEQR the receipt.
 */
export async function readOrder(id: string) {
  const found = await db().read.order.findUnique({
    where: { id },
    select: {
      ...order,
      lines: { select: line, orderBy: { position: 'asc' } },
      payments: { select: payment, orderBy: { attempt: 'asc' } },
      refunds: { select: refund, orderBy: { createdAt: 'asc' } },
      mails: { select: mail, orderBy: { createdAt: 'asc' } },
    },
  });
  if (!found) throw new TestApiError(404, 'There is no such order.');
  const attempts = new Map(found.payments.map(({ id, attempt }) => [id, attempt]));
  const subjects = [id, ...attempts.keys(), ...found.refunds.map((refund) => refund.id)];
  const [events, tasks] = await Promise.all([
    db().read.paymentEvent.findMany({ where: { paymentId: { in: [...attempts.keys()] } }, orderBy: { id: 'asc' } }),
    db().read.outbox.findMany({
      where: { doneAt: null, subjectId: { in: subjects } },
      select: task,
      orderBy: { id: 'asc' },
    }),
  ]);
  const history = events.map(({ paymentId, at, source, fromState, toState }) => ({
    ...{ attempt: attempts.get(paymentId) ?? null, at, source, fromState, toState },
  }));
  return { ...found, history, tasks };
}

/** The orders with a checkout key or a buyer's name, newest first, without their lines, payments, refunds and mails. */
export async function findOrders(where: z.infer<typeof orderQuery>) {
  const { checkoutKey, name } = where;
  return db().read.order.findMany({
    where: { ...(checkoutKey === undefined ? {} : { checkoutKey }), ...(name === undefined ? {} : { name }) },
    select: order,
    orderBy: { createdAt: 'desc' },
    take: MAX_LISTED,
  });
}

/** The mails of an order or to an address, including those to the shop, newest first. */
export async function findMails({ orderId, recipient }: z.infer<typeof mailQuery>) {
  return db().read.mail.findMany({
    where: { ...(orderId === undefined ? {} : { orderId }), ...(recipient === undefined ? {} : { recipient }) },
    select: mail,
    orderBy: { createdAt: 'desc' },
    take: MAX_LISTED,
  });
}
