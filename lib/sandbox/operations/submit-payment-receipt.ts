import { type Answer, refuse } from '../answer';
import type { TerminalCaller } from '../authenticate';
import type { Sandbox } from '../context';
import { acknowledge } from '../invoices/acknowledge';
import { onInvoice } from '../invoices/on-invoice';
import type { Step } from '../invoices/step';
import { child, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';

/** Keeps the shop's own receipt with the payment, which it confirms. It may be sent without a document, and again. */
export async function submitPaymentReceipt(
  sandbox: Sandbox,
  caller: TerminalCaller,
  request: XmlElement,
): Promise<Answer> {
  const unknown = refuse('INVALID_ERS_REFERENCE', 'the terminal has no such payment');
  const ersReference = text(request, 'ersReference');
  if (ersReference === undefined) return unknown;
  const where = { ersReference, terminalId: caller.terminal.id };
  const found = await sandbox.db.read.invoice.findUnique({ where, select: { reference: true } });
  if (!found) return unknown;
  const answer = await onInvoice(sandbox, found.reference, async (step) => {
    const refusal = await attach(step, child(request, 'receiptDocument'));
    return { ...(refusal ?? { result: 'SUCCESS', ersReference }), invoiceReference: found.reference } satisfies Answer;
  });
  return answer ?? unknown;
}

async function attach(step: Step, document: XmlElement | undefined): Promise<Answer | null> {
  if (step.invoice.status !== 'PAID') return refuse('PAYMENT_ALREADY_CANCELLED', 'the payment was reversed');
  await acknowledge(step);
  await step.change(
    {
      receiptMimeType: text(document, 'mimeType') ?? null,
      receiptType: text(document, 'receiptType') ?? null,
      receiptData: text(document, 'receiptData') ?? null,
      receiptAt: step.time,
    },
    'receipt',
  );
  return null;
}
