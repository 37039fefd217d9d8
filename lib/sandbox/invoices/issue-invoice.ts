import { secondsAfter } from '../../clock';
import { realInstant, timeOf } from '../clock';
import type { Sandbox } from '../context';
import type { Terminal } from '../database/generated/client';
import { isTaken } from '../database/insert-rows';
import { newInvoiceReference } from '../references';
import type { InvoiceContent } from './read-invoice';

/** How long an invoice waits for its payer. SEQR documents that it ends, not when; a day outlasts any checkout. */
const LIFETIME_SECONDS = 86_400;

type NewInvoice = InvoiceContent & { tokens: string; clientId: string | null; clientReference: string | null };

/** Writes a new invoice (ISSUED, version 0) and returns its reference. */
export async function issueInvoice(sandbox: Sandbox, terminal: Terminal, content: NewInvoice): Promise<string> {
  const createdAt = timeOf(sandbox, terminal);
  const expiresAt = secondsAfter(createdAt, LIFETIME_SECONDS);
  const dueAt = realInstant(expiresAt, terminal);
  const data = {
    ...content,
    terminalId: terminal.id,
    status: 'ISSUED',
    clockOffset: terminal.clockOffset,
    createdAt,
    expiresAt,
    dueAt,
  };
  for (;;) {
    const reference = newInvoiceReference();
    try {
      await sandbox.newInvoices.add({ ...data, reference });
    } catch (error) {
      if (isTaken(error)) continue;
      throw error;
    }
    sandbox.wake(dueAt);
    sandbox.events.publish({ invoiceReference: reference, kind: 'issued' });
    return reference;
  }
}
