import { secondsAfter } from '../../clock';
import { realInstant, timeOf } from '../core/clock';
import type { Sandbox } from '../core/context';
import { newInvoiceReference } from '../core/references';
import type { Terminal } from '../database/generated/client';
import { insertRows, isDuplicateKey, type Row } from '../database/insert-rows';
import { isTill } from '../terminals/terminal-kind';
import { announceStep, beginStep } from './on-invoice';
import type { InvoiceContent } from './read-invoice';
import { OPEN_STATUSES, replaceInvoice } from './replace-invoice';
import type { Step } from './step';

/**
 * How long an invoice can be paid. SEQR client 2.11 has the status EXPIRED, but no source gives a duration: a day is
 * longer than any checkout.
 */
const LIFETIME_SECONDS = 86_400;

type NewInvoice = InvoiceContent & {
  tokens: string;
  clientId: string | null;
  clientReference: string | null;
  senderAddress: string | null;
};

/**
 * Stores a new invoice (ISSUED, version 0) and returns its reference. A till has one open invoice at a time, so the
 * previous one is cancelled unless its payer is confirming it (SEQR manual 2.4.2.1, registerTerminal).
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
      if (isDuplicateKey(error)) continue;
      throw error;
    }
    sandbox.wake(dueAt);
    sandbox.events.publish({ invoiceReference: reference, kind: 'issued' });
    return reference;
  }
}

/** Writes the invoice and the cancellations in one transaction, so that concurrent calls leave one open invoice. */
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
