import { secondsAfter } from '../../clock';
import type { XmlElement } from '../../xml/parse-xml';
import { timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import { newErsReference } from '../core/references';
import type { Terminal } from '../database/generated/client';
import { type Answer, refuse } from '../wire/answer';
import { readParameters } from '../wire/parameters';
import type { Caller } from './authenticate';

/** Seconds until a period's reports are ready. */
const READY_AFTER_SECONDS = 3;

/**
 * Closes a shop's or a terminal's period, which contains everything booked since the previous one. Shops' and terminals'
 * periods are independent. The reseller user closes the shop's period or, with the parameter TERMINALID, a terminal's; a
 * terminal closes its own. If a terminal calls without TERMINALID, the period stays empty, because a terminal's reports
 * require it (SEQR developer site: Reporting).
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
  const isEmpty = caller.type === 'TERMINALID' && !named;
  const reason = 'the call has no TERMINALID, so the period is empty and this terminal gets no report on it';
  return {
    result: 'SUCCESS',
    // Its id too, which a merchant whose call got no answer needs.
    note: [`closed the period ${id}`, ...(isEmpty ? [reason] : [])].join('; '),
    fields: [['transactionPeriodId', id]],
  };
}

/** Finds the terminal with the id in TERMINALID, or returns a refusal. Null if there is no such parameter. */
async function findNamed(sandbox: Sandbox, caller: Caller, id: string | undefined): Promise<Terminal | Answer | null> {
  if (id === undefined) return null;
  if (caller.type === 'TERMINALID') {
    return id === caller.terminal.id
      ? caller.terminal
      : refuse('ACCESS_DENIED', 'a terminal can close only its own period');
  }
  const terminal = await sandbox.merchants.findTerminal(id);
  if (!terminal) return refuse('INVALID_INITIATOR_PRINCIPAL_ID', 'there is no terminal with the id in TERMINALID');
  if (terminal.resellerId !== caller.reseller.id) {
    return refuse('ACCESS_DENIED', 'the terminal belongs to another reseller');
  }
  return terminal;
}
