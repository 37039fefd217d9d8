import { secondsAfter } from '../../clock';
import { type Answer, refuse } from '../answer';
import type { Caller } from '../authenticate';
import { timeOf } from '../clock';
import type { Sandbox } from '../context';
import type { Terminal } from '../database/generated/client';
import { newErsReference } from '../references';
import { readParameters } from '../soap/parameters';
import type { XmlElement } from '../soap/parse-xml';

/** Seconds until the reports of a period can be had. */
const READY_AFTER_SECONDS = 3;

/**
 * Closes a period: it holds what was booked since the last one of the same scope. The reseller user closes the whole
 * shop's or, with the parameter TERMINALID, a terminal's; a terminal closes its own. The two are independent. A terminal
 * that does not name itself closes nothing: its reports require the name (SEQR developer site: Reporting).
 */
export async function markTransactionPeriod(sandbox: Sandbox, caller: Caller, request: XmlElement): Promise<Answer> {
  const named = await findNamed(sandbox, caller, readParameters(request).get('TERMINALID'));
  if (named && 'result' in named) return named;
  const resellerId = caller.type === 'TERMINALID' ? caller.terminal.resellerId : caller.reseller.id;
  const clockOwner = named ?? (caller.type === 'TERMINALID' ? caller.terminal : null);
  const realNow = sandbox.now();
  const id = await sandbox.db.write(async (tx) => {
    const clock = clockOwner ?? (await tx.service.findUniqueOrThrow({ where: { id: 1 } }));
    const markedAt = timeOf(sandbox, clock);
    const id = await newErsReference(tx, markedAt);
    const readyAt = secondsAfter(realNow, READY_AFTER_SECONDS);
    await tx.period.create({ data: { id, resellerId, terminalId: named?.id ?? null, markedAt, readyAt } });
    const booked = { bookedAt: { not: null } };
    if (named) {
      await tx.booking.updateMany({
        where: { ...booked, terminalId: named.id, terminalPeriodId: null },
        data: { terminalPeriodId: id },
      });
    } else if (caller.type === 'RESELLERUSER') {
      await tx.booking.updateMany({ where: { ...booked, resellerId, shopPeriodId: null }, data: { shopPeriodId: id } });
    }
    return id;
  });
  return {
    result: 'SUCCESS',
    ...(caller.type === 'TERMINALID' && !named && { note: 'no TERMINALID: no report of this period becomes ready' }),
    fields: [['transactionPeriodId', id]],
  };
}

/** The terminal that the request names; null when it names none. */
async function findNamed(sandbox: Sandbox, caller: Caller, id: string | undefined): Promise<Terminal | Answer | null> {
  if (id === undefined) return null;
  if (caller.type === 'TERMINALID') {
    return id === caller.terminal.id
      ? caller.terminal
      : refuse('ACCESS_DENIED', 'a terminal closes its own period only');
  }
  const terminal = await sandbox.merchants.findTerminal(id);
  if (!terminal) return refuse('INVALID_INITIATOR_PRINCIPAL_ID', 'there is no terminal with the id in TERMINALID');
  if (terminal.resellerId !== caller.reseller.id) {
    return refuse('ACCESS_DENIED', 'the terminal belongs to another reseller');
  }
  return terminal;
}
