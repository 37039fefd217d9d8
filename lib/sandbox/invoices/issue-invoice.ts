import { secondsAfter } from '../../clock';
import { realInstant, timeOf } from '../clock';
import type { Sandbox } from '../context';
import type { Terminal } from '../database/generated/client';
import { insertRows, isTaken, type Row } from '../database/insert-rows';
import { newInvoiceReference } from '../references';
import { isTill } from '../terminals/terminal-kind';
import { announceStep, beginStep } from './on-invoice';
import type { InvoiceContent } from './read-invoice';
import { OPEN_STATUSES, replaceInvoice } from './replace-invoice';
import type { Step } from './step';

/**
 * How long an invoice waits for its payer. SEQR client 2.11 has the status EXPIRED, no source a duration: a day
 * outlasts any checkout.
 */
const LIFETIME_SECONDS = 86_400;

type NewInvoice = InvoiceContent & {
  tokens: string;
  clientId: string | null;
  clientReference: string | null;
  senderAddress: string | null;
};

/**
 * Writes a new invoice (ISSUED, version 0) and returns its reference. At a till, which has one open invoice at a time,
 * it cancels the one before (SEQR manual 2.4.2.1, registerTerminal).
 */
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
      const row = { ...data, reference };
      await (isTill(terminal) ? replaceOpenInvoices(sandbox, terminal.id, row) : sandbox.newInvoices.add(row));
    } catch (error) {
      if (isTaken(error)) continue;
      throw error;
    }
    sandbox.wake(dueAt);
    sandbox.events.publish({ invoiceReference: reference, kind: 'issued' });
    return reference;
  }
}

/**
 * The invoice and the cancellation of those before it are one write, so that concurrent calls leave one invoice open.
 */
async function replaceOpenInvoices(
  sandbox: Sandbox,
  terminalId: string,
  row: Row & { reference: string },
): Promise<void> {
  const steps = await sandbox.db.write(async (tx) => {
    const open = await tx.invoice.findMany({ where: { terminalId, status: { in: OPEN_STATUSES } } });
    await insertRows(tx, 'Invoice', [row]);
    const steps: Step[] = [];
    for (const invoice of open) {
      const step = await beginStep(sandbox, tx, invoice);
      await replaceInvoice(step, row.reference);
      steps.push(step);
    }
    return steps;
  });
  for (const step of steps) announceStep(step);
}
