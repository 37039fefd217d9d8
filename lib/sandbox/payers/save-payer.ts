import { type Money, storedMoney } from '../../money';
import { credit } from '../accounts/balance';
import type { Sandbox } from '../core/context';
import type { Tx } from '../database/client';
import { DEFAULT_PIN, openingBalances } from './default-payer';

export interface PayerChange {
  name?: string | undefined;
  pin?: string | undefined;
  /** Resets balances, PIN, cards and settings before the other changes apply. */
  reset?: boolean | undefined;
  /** The new balances in these currencies. */
  balance?: Money[] | undefined;
  topUp?: Money[] | undefined;
  tokens?: { id: string; description?: string | undefined; value?: string | undefined }[] | undefined;
  canReserve?: boolean | undefined;
  refundable?: boolean | undefined;
}

/** Creates or changes a payer. A new one has PIN 1234 and 101,000 in every currency. */
export async function savePayer(sandbox: Sandbox, id: string, change: PayerChange): Promise<void> {
  const { name, pin, tokens, canReserve, refundable } = change;
  const values = Object.fromEntries(
    Object.entries({ name, pin, canReserve, refundable, tokens: tokens && JSON.stringify(tokens) }).filter(
      ([, value]) => value !== undefined,
    ),
  );
  await sandbox.db.write(async (tx) => {
    const existing = await tx.payer.findUnique({ where: { id }, select: { id: true } });
    const fresh = {
      pin: DEFAULT_PIN,
      pinFailures: 0,
      blockedUntil: null,
      tokens: '[]',
      canReserve: true,
      refundable: true,
    };
    if (!existing) await tx.payer.create({ data: { id, name: id, ...fresh, createdAt: sandbox.now() } });
    else if (change.reset) await tx.payer.update({ where: { id }, data: fresh });
    await tx.payer.update({ where: { id }, data: values });
    if (!existing || change.reset) await setBalances(tx, id, openingBalances());
    await setBalances(tx, id, change.balance ?? []);
    for (const sum of change.topUp ?? []) await credit(tx, id, sum);
  });
}

async function setBalances(tx: Tx, payerId: string, balances: Money[]): Promise<void> {
  for (const { amount, currency } of balances) {
    await tx.balance.upsert({
      where: { payerId_currency: { payerId, currency } },
      create: { payerId, currency, amount },
      update: { amount },
    });
  }
}

/** Lists all payers with their balances, ordered by id. */
export async function listPayers(sandbox: Sandbox): Promise<{ id: string; name: string; balances: Money[] }[]> {
  const payers = await sandbox.db.read.payer.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, name: true, balances: { orderBy: { currency: 'asc' } } },
  });
  return payers.map(({ id, name, balances }) => ({
    id,
    name,
    balances: balances.map(({ amount, currency }) => storedMoney(Number(amount), currency)),
  }));
}
