import { now } from '../../clock';
import { merchant } from '../../merchant';
import { TEST_RESELLER, TEST_TERMINAL } from '../../published-identity';
import { hashPassword } from '../core/credentials';
import type { SandboxDatabase, Tx } from '../database/client';
import { DEFAULT_PAYER, DEFAULT_PIN, openingBalances } from '../payers/default-payer';

/**
 * Creates a new sandbox's data: the published reseller and terminal, and a payer. In an existing sandbox, it only updates
 * the shop's name to the merchant's.
 */
export async function seedSandbox(db: SandboxDatabase): Promise<void> {
  if (await db.read.service.findUnique({ where: { id: 1 } })) return renameShop(db);
  const [terminalHash, resellerHash] = await Promise.all([
    hashPassword(TEST_TERMINAL.password),
    hashPassword(TEST_RESELLER.password),
  ]);
  await db.write(async (tx) => {
    if (await tx.service.findUnique({ where: { id: 1 } })) return;
    await tx.service.create({ data: { id: 1 } });
    await tx.reseller.create({
      data: {
        id: TEST_RESELLER.id,
        userId: TEST_RESELLER.userId,
        name: merchant.name,
        passwordHash: resellerHash,
      },
    });
    await tx.terminal.create({
      data: {
        id: TEST_TERMINAL.id,
        resellerId: TEST_RESELLER.id,
        name: `${merchant.name} webshop`,
        passwordHash: terminalHash,
        registeredAt: now(),
      },
    });
    await createDefaultPayer(tx);
  });
}

async function renameShop(db: SandboxDatabase): Promise<void> {
  const { name } = merchant;
  const reseller = await db.read.reseller.findUnique({ where: { id: TEST_RESELLER.id } });
  if (!reseller || reseller.name === name) return;
  await db.write(async (tx) => {
    await tx.reseller.update({ where: { id: TEST_RESELLER.id }, data: { name } });
    await tx.terminal.updateMany({ where: { id: TEST_TERMINAL.id }, data: { name: `${name} webshop` } });
  });
}

async function createDefaultPayer(tx: Tx): Promise<void> {
  await tx.payer.create({
    data: {
      id: DEFAULT_PAYER,
      name: 'Test payer',
      pin: DEFAULT_PIN,
      createdAt: now(),
      balances: { create: openingBalances() },
    },
  });
}
