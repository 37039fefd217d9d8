import { merchant } from '../../merchant';
import type { SeqrIdentity } from '../../own-identity';
import { timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import { hashPassword, isPassword } from '../core/credentials';
import { merchantsChanged } from '../core/merchants-changed';
import type { TerminalKind } from '../database/generated/client';

/** Creates the terminal and reseller of the shop in this process, and updates their names and passwords. */
export async function admitOwnShop(sandbox: Sandbox, identity: SeqrIdentity): Promise<void> {
  const { terminalId, resellerId } = identity;
  const { read } = sandbox.db;
  const terminal = await read.terminal.findUnique({ where: { id: terminalId } });
  const reseller = await read.reseller.findUnique({ where: { id: resellerId } });
  const terminalHash = await hashUnlessKnown(identity.terminalPassword, terminal?.passwordHash);
  const resellerHash = await hashUnlessKnown(identity.resellerPassword, reseller?.passwordHash);
  const { name } = merchant;
  const isKnown = terminal?.passwordHash === terminalHash && reseller?.passwordHash === resellerHash;
  if (isKnown && reseller?.name === name) return;
  const kind: TerminalKind = 'webshop';
  await sandbox.db.write(async (tx) => {
    const service = await tx.service.findUniqueOrThrow({ where: { id: 1 } });
    await tx.reseller.upsert({
      where: { id: resellerId },
      create: { id: resellerId, userId: '9900', name, passwordHash: resellerHash },
      update: { name, passwordHash: resellerHash },
    });
    await tx.terminal.upsert({
      where: { id: terminalId },
      create: {
        id: terminalId,
        kind,
        resellerId,
        name: `${name} webshop`,
        passwordHash: terminalHash,
        clockOffset: service.clockOffset,
        registeredAt: timeOf(sandbox, service),
      },
      update: { name: `${name} webshop`, passwordHash: terminalHash },
    });
  });
  merchantsChanged(sandbox);
}

/** Keeps the stored hash if it matches the password, so that it is not rehashed. */
async function hashUnlessKnown(password: string, stored: string | undefined): Promise<string> {
  return stored !== undefined && (await isPassword(password, stored)) ? stored : hashPassword(password);
}
