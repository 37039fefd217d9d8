import type { Money } from '../../money';
import type { Tx } from '../database/client';

/** Takes money from a payer; false, and nothing taken, when there is not enough. */
export async function debit(tx: Tx, payerId: string, { amount, currency }: Money): Promise<boolean> {
  const { count } = await tx.balance.updateMany({
    where: { payerId, currency, amount: { gte: amount } },
    data: { amount: { decrement: amount } },
  });
  return count === 1;
}

export async function credit(tx: Tx, payerId: string, { amount, currency }: Money): Promise<void> {
  await tx.balance.upsert({
    where: { payerId_currency: { payerId, currency } },
    create: { payerId, currency, amount },
    update: { amount: { increment: amount } },
  });
}
