import type { Money } from '../../money';
import type { Tx } from '../database/client';

/** Debits a payer's balance. Returns false and changes nothing if it is too low. */
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
