import { randomBytes } from 'node:crypto';
import { maxLengths } from '../../input-limits';
import { type Answer, refuse } from '../answer';
import type { Caller, ResellerCaller, TerminalCaller } from '../authenticate';
import { timeOf } from '../clock';
import type { Sandbox } from '../context';
import { hashPassword } from '../credentials';
import { Prisma } from '../database/generated/client';
import { merchantsChanged } from '../merchants-changed';
import { isShared } from '../published-identities';
import { TEST_TERMINAL } from '../seed';
import { exactText, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';
import { isReservedWord } from '../static-codes';
import type { TerminalKind } from '../terminals/terminal-kind';

const LONGEST_NAME = maxLengths.terminalField;
const MAX_PER_ADDRESS = 50;

/** Creates a till of the reseller's, under an id that SEQR chooses. Only SEQR issues a webshop's (issue-webshop.ts). */
export async function registerTerminal(sandbox: Sandbox, caller: ResellerCaller, request: XmlElement): Promise<Answer> {
  const password = exactText(request, 'password') ?? '';
  if (password === '') return refuse('ACCESS_DENIED', 'the terminal needs a password');
  const externalId = text(request, 'externalTerminalId') ?? null;
  const name = text(request, 'name') ?? externalId ?? 'Terminal';
  if (name.length > LONGEST_NAME || (externalId?.length ?? 0) > LONGEST_NAME || password.length > LONGEST_NAME) {
    return refuse('SYSTEM_ERROR', `name, externalTerminalId and password have at most ${LONGEST_NAME} characters`);
  }
  const ownerAddress = isShared(sandbox, caller) ? caller.address : null;
  if (ownerAddress !== null && (await hasEnough(sandbox, ownerAddress))) {
    return refuse('ACCESS_DENIED', `an address has at most ${MAX_PER_ADDRESS} terminals in a public sandbox`);
  }
  const passwordHash = await hashPassword(password);
  const id = randomBytes(16).toString('hex');
  const kind: TerminalKind = 'till';
  const resellerId = caller.reseller.id;
  await sandbox.db.write(async (tx) => {
    const service = await tx.service.findUniqueOrThrow({ where: { id: 1 } });
    const { clockOffset } = service;
    const registeredAt = timeOf(sandbox, service);
    await tx.terminal.create({
      data: { id, kind, resellerId, externalId, name, passwordHash, clockOffset, registeredAt, ownerAddress },
    });
  });
  merchantsChanged(sandbox);
  return { result: 'SUCCESS', fields: [['terminalId', id]] };
}

async function hasEnough(sandbox: Sandbox, ownerAddress: string): Promise<boolean> {
  const count = await sandbox.db.read.terminal.count({ where: { ownerAddress, state: { not: 'UNREGISTERED' } } });
  return count >= MAX_PER_ADDRESS;
}

/**
 * Retires the terminal that signs; from then on it is refused with 33. The contract has no field by which the reseller
 * user could name one, so from that user a `terminalId` (or `externalTerminalId`) beside the context is taken.
 */
export async function unregisterTerminal(sandbox: Sandbox, caller: Caller, request: XmlElement): Promise<Answer> {
  const id = caller.type === 'TERMINALID' ? caller.terminal.id : await findNamed(sandbox, caller, request);
  if (id === null) return refuse('INVALID_INITIATOR_PRINCIPAL_ID', 'the reseller has no such terminal');
  if (id === TEST_TERMINAL.id) {
    return refuse('ACCESS_DENIED', 'the published test terminal is everybody’s and stays; register one of your own');
  }
  await sandbox.db.write((tx) => tx.terminal.update({ where: { id }, data: { state: 'UNREGISTERED', seqrId: null } }));
  merchantsChanged(sandbox);
  return { result: 'SUCCESS' };
}

async function findNamed(sandbox: Sandbox, caller: ResellerCaller, request: XmlElement): Promise<string | null> {
  const id = text(request, 'terminalId');
  const externalId = text(request, 'externalTerminalId');
  if (id === undefined && externalId === undefined) return null;
  const found = await sandbox.db.read.terminal.findFirst({
    where: {
      resellerId: caller.reseller.id,
      state: 'ACTIVE',
      ...(id !== undefined && { id }),
      ...(externalId !== undefined && { externalId }),
    },
    select: { id: true },
  });
  return found?.id ?? null;
}

/** Ties a static code to the terminal: whoever opens `/<seqrId>` sees its newest open invoice. Case does not count. */
export async function assignSeqrId(
  sandbox: Sandbox,
  { terminal }: TerminalCaller,
  request: XmlElement,
): Promise<Answer> {
  const seqrId = text(request, 'seqrId')?.toUpperCase() ?? '';
  if (!/^[A-Z0-9_]{1,40}$/.test(seqrId)) {
    return refuse('INVALID_SEQR_ID', 'a seqrId is 1 to 40 letters a to z, digits or _');
  }
  if (isReservedWord(seqrId)) return refuse('INVALID_SEQR_ID', 'that word is an address of this server already');
  try {
    await sandbox.db.write((tx) => tx.terminal.update({ where: { id: terminal.id }, data: { seqrId } }));
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== 'P2002') throw error;
    return refuse('INVALID_SEQR_ID', 'another terminal has it');
  }
  merchantsChanged(sandbox);
  return { result: 'SUCCESS' };
}
