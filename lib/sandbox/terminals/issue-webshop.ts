import { z } from 'zod';
import { maxLengths, minLengths } from '../../input-limits';
import { timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import { hashPassword } from '../core/credentials';
import { merchantsChanged } from '../core/merchants-changed';
import type { TerminalKind } from '../database/generated/client';

export const newWebshop = z.object({
  id: z.string().regex(/^[\w.-]{1,60}$/, 'must be 1 to 60 letters, digits, _, . or -'),
  reseller: z.string({ error: 'is missing: the id of the reseller that the terminal belongs to' }).min(1).max(60),
  password: z
    .string({ error: 'is missing: the password that the terminal sends with each call' })
    .min(minLengths.terminalPassword, `needs at least ${minLengths.terminalPassword} characters`)
    .max(maxLengths.terminalField, `may have at most ${maxLengths.terminalField} characters`),
  /** The name that payers see; default: the terminal's id. */
  name: z.string().trim().min(1).max(maxLengths.terminalField).optional(),
});

export type NewWebshop = z.infer<typeof newWebshop>;
export type IssueResult = 'issued' | 'unknown-reseller' | 'taken';

export const ISSUE_REFUSALS: Record<Exclude<IssueResult, 'issued'>, string> = {
  'unknown-reseller': 'There is no such reseller. Create it first: POST resellers/<id>.',
  taken: 'The id belongs to a till, to another reseller or to an unregistered terminal. Choose another id.',
};

/**
 * Issues a webshop's terminal, as SEQR's staff did. Issuing it again for the same reseller updates its password and
 * name. `taken`: the id belongs to a till, another reseller or an unregistered terminal.
 */
export async function issueWebshop(sandbox: Sandbox, wanted: NewWebshop): Promise<IssueResult> {
  const { id, reseller: resellerId, name } = wanted;
  const kind: TerminalKind = 'webshop';
  const passwordHash = await hashPassword(wanted.password);
  const result = await sandbox.db.write(async (tx): Promise<IssueResult> => {
    const existing = await tx.terminal.findUnique({ where: { id } });
    if (existing) {
      if (existing.kind !== kind || existing.resellerId !== resellerId || existing.state === 'UNREGISTERED')
        return 'taken';
      await tx.terminal.update({ where: { id }, data: { passwordHash, ...(name !== undefined && { name }) } });
      return 'issued';
    }
    if (!(await tx.reseller.findUnique({ where: { id: resellerId } }))) return 'unknown-reseller';
    const service = await tx.service.findUniqueOrThrow({ where: { id: 1 } });
    const { clockOffset } = service;
    const registeredAt = timeOf(sandbox, service);
    await tx.terminal.create({
      data: { id, kind, resellerId, name: name ?? id, passwordHash, clockOffset, registeredAt },
    });
    return 'issued';
  });
  if (result === 'issued') merchantsChanged(sandbox);
  return result;
}
