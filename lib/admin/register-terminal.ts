import { recordAudit } from '../audit/record-audit';
import { db } from '../db/client';
import { log } from '../log';
import { seqr } from '../seqr/from-config';
import { SeqrError } from '../seqr/seqr-error';
import { actorOf, type Session } from './session';

export type Registration =
  | { readonly ok: true; readonly terminalId: string }
  | { readonly ok: false; readonly reason: 'fields' | 'unknown' }
  | { readonly ok: false; readonly reason: 'refused'; readonly detail: string };

/**
 * Registers a till with the configured reseller's credentials; only SEQR itself issues terminals for webshops. SEQR
 * chooses the id. `unknown`: the answer was lost and the till may exist, so the call is not repeated. The password is
 * sent to SEQR and not stored. If the audit list cannot be written, the till still exists, so its id is returned.
 */
export async function registerTerminal(
  session: Session,
  { externalId, name, password }: { externalId: string; name: string; password: string },
): Promise<Registration> {
  const allowed = /^[\p{L}\p{N} ._-]{1,100}$/u;
  if (!allowed.test(externalId) || !allowed.test(name) || password.length < 4 || password.length > 100) {
    return { ok: false, reason: 'fields' };
  }
  let terminalId: string;
  try {
    ({ terminalId } = await seqr().registerTerminal({ externalTerminalId: externalId, name, password }));
  } catch (error) {
    if (!(error instanceof SeqrError)) throw error;
    if (error.mayHaveHappened) return { ok: false, reason: 'unknown' };
    return { ok: false, reason: 'refused', detail: error.resultName ?? error.kind };
  }
  const change = { field: 'terminal', before: null, after: terminalId, note: name } as const;
  const subject = { kind: 'setting', id: externalId } as const;
  try {
    await db().write((tx) => recordAudit(tx, actorOf(session), subject, [change]), `setting ${externalId}`);
  } catch (error) {
    log.error({ err: error, terminalId, externalId }, 'admin: a registered till is missing from the audit list');
  }
  return { ok: true, terminalId };
}
