import { now } from '../clock';
import type { Tx } from '../db/client';
import type { Incident, Order, Payment, Transfer } from '../db/generated/client';

// kept-money.ts compares times to tell what came first: money, a decision about it, or a refund. These are written by several
// processes, whose clocks differ, and a clock may be set back. So each time also follows from those of the earlier events.

type BeforeRefund = Pick<Order, 'paidAt'> & {
  readonly payments: readonly Pick<Payment, 'paidAt'>[];
  readonly transfers: readonly Pick<Transfer, 'at'>[];
  readonly incidents: readonly Pick<Incident, 'endedAt'>[];
};

/** The time of a refund that is requested now: not before the order's money, and what was decided about it. */
export function timeOfRefund({ paidAt, payments, transfers, incidents }: BeforeRefund): Date {
  const earlier = [
    paidAt,
    ...payments.map((payment) => payment.paidAt),
    ...transfers.map(({ at }) => at),
    ...incidents.map(({ endedAt }) => endedAt),
  ];
  return new Date(Math.max(now().getTime(), ...earlier.map((time) => time?.getTime() ?? 0)));
}

/** The time of what happens now to an order whose newest refund was requested at that time: later than the refund. */
export function timeAfterRefund(lastRefundAt: Date | null): Date {
  return new Date(Math.max(now().getTime(), (lastRefundAt?.getTime() ?? 0) + 1));
}

/** As `timeAfterRefund`, where the order's refunds have not been read. */
export async function readTimeAfterRefund(tx: Tx, orderId: string): Promise<Date> {
  const newest = { where: { orderId }, orderBy: { createdAt: 'desc' }, select: { createdAt: true } } as const;
  return timeAfterRefund((await tx.refund.findFirst(newest))?.createdAt ?? null);
}
