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
 * Closes a period: what was booked since the last one of the same scope belongs to it. The reseller user closes the
 * whole shop's, or with the parameter TERMINALID one terminal's; a terminal closes its own. The two are independent.
 */
export async function markTransactionPeriod(sandbox: Sandbox, caller: Caller, request: XmlElement): Promise<Answer> {
  const terminal = await findScope(sandbox, caller, readParameters(request).get('TERMINALID'));
  if (terminal && 'result' in terminal) return terminal;
  const resellerId = caller.type === 'TERMINALID' ? caller.terminal.resellerId : caller.reseller.id;
  const realNow = sandbox.now();
  const id = await sandbox.db.write(async (tx) => {
    const clock = terminal ?? (await tx.service.findUniqueOrThrow({ where: { id: 1 } }));
    const markedAt = timeOf(sandbox, clock);
    const id = await newErsReference(tx, markedAt);
    const readyAt = secondsAfter(realNow, READY_AFTER_SECONDS);
    await tx.period.create({ data: { id, resellerId, terminalId: terminal?.id ?? null, markedAt, readyAt } });
    const booked = { bookedAt: { not: null } };
    if (terminal) {
      await tx.booking.updateMany({
        where: { ...booked, terminalId: terminal.id, terminalPeriodId: null },
        data: { terminalPeriodId: id },
      });
    } else {
      await tx.booking.updateMany({ where: { ...booked, resellerId, shopPeriodId: null }, data: { shopPeriodId: id } });
    }
    return id;
  });
  return { result: 'SUCCESS', fields: [['transactionPeriodId', id]] };
}

/** The terminal whose period it is; null: the whole shop's. */
async function findScope(sandbox: Sandbox, caller: Caller, id: string | undefined): Promise<Terminal | Answer | null> {
  if (caller.type === 'TERMINALID') {
    if (id === undefined || id === caller.terminal.id) return caller.terminal;
    return refuse('ACCESS_DENIED', 'a terminal closes its own period only');
  }
  if (id === undefined) return null;
  const terminal = await sandbox.merchants.findTerminal(id);
  if (!terminal) return refuse('INVALID_INITIATOR_PRINCIPAL_ID', 'there is no terminal as TERMINALID says');
  if (terminal.resellerId !== caller.reseller.id) return refuse('ACCESS_DENIED', 'the terminal is of another reseller');
  return terminal;
}
