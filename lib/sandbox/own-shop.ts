import type { SeqrIdentity } from '../own-identity';
import { timeOf } from './clock';
import type { Sandbox } from './context';
import { hashPassword, isPassword } from './credentials';
import { merchantsChanged } from './merchants-changed';
import type { TerminalKind } from './terminals/terminal-kind';

/** Creates the terminal and the reseller of the shop in this process, and lets them sign with the passwords of now. */
export async function admitOwnShop(sandbox: Sandbox, identity: SeqrIdentity): Promise<void> {
  const { terminalId, resellerId } = identity;
  const { read } = sandbox.db;
  const terminal = await read.terminal.findUnique({ where: { id: terminalId } });
  const reseller = await read.reseller.findUnique({ where: { id: resellerId } });
  const terminalHash = await hashUnlessKnown(identity.terminalPassword, terminal?.passwordHash);
  const resellerHash = await hashUnlessKnown(identity.resellerPassword, reseller?.passwordHash);
  if (terminal?.passwordHash === terminalHash && reseller?.passwordHash === resellerHash) return;
  const kind: TerminalKind = 'webshop';
  await sandbox.db.write(async (tx) => {
    const service = await tx.service.findUniqueOrThrow({ where: { id: 1 } });
    await tx.reseller.upsert({
      where: { id: resellerId },
      create: { id: resellerId, userId: '9900', name: 'Tallbacka', passwordHash: resellerHash },
      update: { passwordHash: resellerHash },
    });
    await tx.terminal.upsert({
      where: { id: terminalId },
      create: {
        id: terminalId,
        kind,
        resellerId,
        name: 'Tallbacka webshop',
        passwordHash: terminalHash,
        clockOffset: service.clockOffset,
        registeredAt: timeOf(sandbox, service),
      },
      update: { passwordHash: terminalHash },
    });
  });
  merchantsChanged(sandbox);
}

/** The hash that is stored when the password fits it, else a new one. */
async function hashUnlessKnown(password: string, stored: string | undefined): Promise<string> {
  return stored !== undefined && (await isPassword(password, stored)) ? stored : hashPassword(password);
}
