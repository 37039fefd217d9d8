import { randomBytes } from 'node:crypto';
import { secondsAfter } from '../../clock';
import { maxLengths } from '../../input-limits';
import { TEST_TERMINAL } from '../../published-identity';
import type { XmlElement } from '../../xml/parse-xml';
import { timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import { hashPassword } from '../core/credentials';
import { merchantsChanged } from '../core/merchants-changed';
import type { Tx } from '../database/client';
import { Prisma, type TerminalKind } from '../database/generated/client';
import { type Answer, refuse } from '../wire/answer';
import { exactText, text } from '../wire/fields';
import type { Caller, ResellerCaller, TerminalCaller } from './authenticate';
import { isShared } from './published-identities';

const MAX_NAME_LENGTH = maxLengths.terminalField;
const MAX_PER_ADDRESS = 50;

/** Creates a till for the reseller. SEQR chooses its id. Only SEQR issues webshops' terminals (issue-webshop.ts). */
export async function registerTerminal(sandbox: Sandbox, caller: ResellerCaller, request: XmlElement): Promise<Answer> {
  const password = exactText(request, 'password') ?? '';
  if (password === '') return refuse('ACCESS_DENIED', 'the terminal needs a password');
  const externalId = text(request, 'externalTerminalId') ?? null;
  const name = text(request, 'name') ?? externalId ?? 'Terminal';
  if (
    name.length > MAX_NAME_LENGTH ||
    (externalId?.length ?? 0) > MAX_NAME_LENGTH ||
    password.length > MAX_NAME_LENGTH
  ) {
    return refuse(
      'SYSTEM_ERROR',
      `name, externalTerminalId and password may have at most ${MAX_NAME_LENGTH} characters`,
    );
  }
  const ownerAddress = isShared(sandbox, caller) ? caller.address : null;
  const isOverLimit = ({ terminal }: Pick<Tx, 'terminal'>) =>
    ownerAddress !== null && reachedLimit(terminal, ownerAddress, sandbox.now());
  // Before the expensive hash, and again in the write.
  if (await isOverLimit(sandbox.db.read)) return tooMany();
  const passwordHash = await hashPassword(password);
  const id = randomBytes(16).toString('hex');
  const kind: TerminalKind = 'till';
  const resellerId = caller.reseller.id;
  const isRegistered = await sandbox.db.write(async (tx) => {
    if (await isOverLimit(tx)) return false;
    const service = await tx.service.findUniqueOrThrow({ where: { id: 1 } });
    const { clockOffset } = service;
    const registeredAt = timeOf(sandbox, service);
    await tx.terminal.create({
      data: { id, kind, resellerId, externalId, name, passwordHash, clockOffset, registeredAt, ownerAddress },
    });
    return true;
  });
  if (!isRegistered) return tooMany();
  merchantsChanged(sandbox);
  return { result: 'SUCCESS', fields: [['terminalId', id]] };
}

function tooMany(): Answer {
  return refuse(
    'ACCESS_DENIED',
    `a public sandbox allows at most ${MAX_PER_ADDRESS} terminals per address, including unregistered ones that were registered within the last day`,
  );
}

/** Unregistered terminals count for a day too, because their rows remain. */
async function reachedLimit(terminal: Tx['terminal'], ownerAddress: string, now: Date): Promise<boolean> {
  const dayAgo = secondsAfter(now, -86_400);
  const count = await terminal.count({
    where: { ownerAddress, OR: [{ state: { not: 'UNREGISTERED' } }, { registeredAt: { gt: dayAgo } }] },
  });
  return count >= MAX_PER_ADDRESS;
}

/**
 * Unregisters the calling terminal, whose calls then answer 33. The contract has no field in which the reseller user
 * could name a terminal, so a `terminalId` (or `externalTerminalId`) next to the context is accepted from that user.
 */
export async function unregisterTerminal(sandbox: Sandbox, caller: Caller, request: XmlElement): Promise<Answer> {
  const id = caller.type === 'TERMINALID' ? caller.terminal.id : await findNamed(sandbox, caller, request);
  if (typeof id !== 'string') return id;
  if (id === TEST_TERMINAL.id) {
    return refuse(
      'ACCESS_DENIED',
      'the published test terminal is shared and cannot be unregistered; register your own',
    );
  }
  await sandbox.db.write((tx) => tx.terminal.update({ where: { id }, data: { state: 'UNREGISTERED', seqrId: null } }));
  merchantsChanged(sandbox);
  return { result: 'SUCCESS' };
}

async function findNamed(sandbox: Sandbox, caller: ResellerCaller, request: XmlElement): Promise<string | Answer> {
  const id = text(request, 'terminalId');
  const externalId = text(request, 'externalTerminalId');
  if (id === undefined && externalId === undefined) {
    return refuse(
      'INVALID_INITIATOR_PRINCIPAL_ID',
      'the call names no terminal; a reseller user must add terminalId or externalTerminalId after the context',
    );
  }
  const found = await sandbox.db.read.terminal.findFirst({
    where: {
      resellerId: caller.reseller.id,
      state: { not: 'UNREGISTERED' },
      ...(id !== undefined && { id }),
      ...(externalId !== undefined && { externalId }),
    },
    select: { id: true },
  });
  return found?.id ?? refuse('INVALID_INITIATOR_PRINCIPAL_ID', 'the reseller has no such terminal');
}

/** Assigns a static code to the terminal: `/Q<seqrId>` shows its newest open invoice. Case-insensitive. */
export async function assignSeqrId(
  sandbox: Sandbox,
  { terminal }: TerminalCaller,
  request: XmlElement,
): Promise<Answer> {
  const seqrId = text(request, 'seqrId')?.toUpperCase() ?? '';
  if (!/^[A-Z0-9_]{1,40}$/.test(seqrId)) {
    return refuse('INVALID_SEQR_ID', 'a seqrId must be 1 to 40 letters a to z, digits or _');
  }
  try {
    await sandbox.db.write((tx) => tx.terminal.update({ where: { id: terminal.id }, data: { seqrId } }));
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    return refuse('INVALID_SEQR_ID', 'another terminal uses this seqrId');
  }
  merchantsChanged(sandbox);
  return { result: 'SUCCESS' };
}
