import { z } from 'zod';
import { timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import { hashPassword } from '../core/credentials';
import { merchantsChanged } from '../core/merchants-changed';
import { setTerminalState } from '../operations/set-terminal-state';
import { ISSUE_REFUSALS, issueWebshop, newWebshop } from '../terminals/issue-webshop';
import { ControlError, readJson, readValues } from './control';

type Params = { id: string };

const publicTerminal = {
  id: true,
  kind: true,
  resellerId: true,
  externalId: true,
  name: true,
  state: true,
  seqrId: true,
  clockOffset: true,
  registeredAt: true,
} as const;
const publicReseller = { id: true, userId: true, name: true, state: true, mayRefund: true } as const;

/** Returns resellers, terminals and the time of each clock, without passwords. */
export async function listResellersAndTerminals(sandbox: Sandbox) {
  const { read } = sandbox.db;
  const service = await read.service.findUniqueOrThrow({ where: { id: 1 } });
  const terminals = await read.terminal.findMany({ select: publicTerminal, orderBy: { registeredAt: 'asc' } });
  return {
    now: timeOf(sandbox, service),
    clockOffset: service.clockOffset,
    resellers: await read.reseller.findMany({ select: publicReseller, orderBy: { id: 'asc' } }),
    terminals: terminals.map((terminal) => ({ ...terminal, now: timeOf(sandbox, terminal) })),
  };
}

const state = z.enum(['ACTIVE', 'BLOCKED']);

const stateChange = z.strictObject({ state });
const issuing = newWebshop.extend({
  kind: z.literal('webshop', { error: 'must be "webshop"; a till is created by registerTerminal' }),
});

/**
 * Issues a webshop's terminal, as SEQR's staff did. A body with only `state` blocks a terminal, whose calls then answer
 * 33, or unblocks it.
 */
export async function changeTerminal(sandbox: Sandbox, request: Request, { id }: Params) {
  const change = await readJson(request, z.looseObject({}));
  if (Object.keys(change).some((key) => key !== 'state')) {
    const result = await issueWebshop(sandbox, readValues({ ...change, id }, z.strictObject(issuing.shape)));
    if (result !== 'issued') throw new ControlError(result === 'taken' ? 409 : 404, ISSUE_REFUSALS[result]);
  } else if (!(await setTerminalState(sandbox, id, readValues(change, stateChange).state))) {
    throw new ControlError(404, 'There is no such terminal, or it is unregistered.');
  }
  return sandbox.db.read.terminal.findUniqueOrThrow({ where: { id }, select: publicTerminal });
}

const resellerChange = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  password: z.string().min(4, 'needs at least 4 characters').max(100).optional(),
  state: state.optional(),
  /** False: refundPayment answers 97. */
  mayRefund: z.boolean().optional(),
});

/** Changes a reseller or creates one, with userId 9900. A new reseller requires a password. */
export async function changeReseller(sandbox: Sandbox, request: Request, { id }: Params) {
  if (!/^[\w.-]{1,60}$/.test(id)) throw new ControlError(400, 'A reseller’s id is 1 to 60 letters, digits, _, . or -.');
  const { password, ...change } = await readJson(request, resellerChange);
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  const { name, state, mayRefund } = change;
  await sandbox.db.write(async (tx) => {
    const data = {
      ...(name !== undefined && { name }),
      ...(state !== undefined && { state }),
      ...(mayRefund !== undefined && { mayRefund }),
      ...(passwordHash !== undefined && { passwordHash }),
    };
    if (await tx.reseller.findUnique({ where: { id } })) await tx.reseller.update({ where: { id }, data });
    else if (passwordHash === undefined) throw new ControlError(400, 'password: a new reseller needs one.');
    else await tx.reseller.create({ data: { name: id, ...data, passwordHash, id, userId: '9900' } });
  });
  merchantsChanged(sandbox);
  return sandbox.db.read.reseller.findUniqueOrThrow({ where: { id }, select: publicReseller });
}
