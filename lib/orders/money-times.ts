import { now } from '../clock';
import type { Tx } from '../db/client';
import type { Incident, Order, Payment, Transfer } from '../db/generated/client';

// kept-money.ts compares the times of payments, decisions and refunds to know their order. Several processes write these
// times, and their clocks may differ or be set back. So each time is at least that of the earlier events.

type BeforeRefund = Pick<Order, 'paidAt'> & {
  readonly payments: readonly Pick<Payment, 'paidAt'>[];
  readonly transfers: readonly Pick<Transfer, 'at'>[];
  readonly incidents: readonly Pick<Incident, 'endedAt'>[];
};

/** The time of a refund that is requested now: not earlier than the order's payments, transfers and ended incidents. */
export function timeOfRefund({ paidAt, payments, transfers, incidents }: BeforeRefund): Date {
  const earlier = [
    paidAt,
    ...payments.map((payment) => payment.paidAt),
    ...transfers.map(({ at }) => at),
    ...incidents.map(({ endedAt }) => endedAt),
  ];
  return new Date(Math.max(now().getTime(), ...earlier.map((time) => time?.getTime() ?? 0)));
}

/** The time of an event that happens now, always later than the order's newest refund. */
export function timeAfterRefund(lastRefundAt: Date | null): Date {
  return new Date(Math.max(now().getTime(), (lastRefundAt?.getTime() ?? 0) + 1));
}

/** Like `timeAfterRefund`, but reads the newest refund first. */
export async function readTimeAfterRefund(tx: Tx, orderId: string): Promise<Date> {
  const newest = { where: { orderId }, orderBy: { createdAt: 'desc' }, select: { createdAt: true } } as const;
  return timeAfterRefund((await tx.refund.findFirst(newest))?.createdAt ?? null);
}
