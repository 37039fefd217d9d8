import type { ServerResponse } from 'node:http';
import { answerOf, startService, success } from '../seqr/test-service';

type Invoice = { status: string; version: number; total: string };

/**
 * A SEQR on a free port that says what a test wants to hear, also what no well-behaved service says. The faithful one
 * is the sandbox; the flows in e2e/ run against that.
 */
export async function startScriptedSeqr() {
  const invoices = new Map<string, Invoice>();
  const calls: string[] = [];
  const requests: { operation: string; body: string }[] = [];
  /** Takes the place of the next answer to that operation, after the work has been done. */
  const instead = new Map<string, (response: ServerResponse) => void>();
  let serial = 1_400_000_000_000;

  const service = await startService((response, body) => {
    const operation = /<ext:(\w+)[ >]/.exec(body)?.[1] ?? '';
    const reference = /<invoiceReference>(\d+)</.exec(body)?.[1] ?? '';
    requests.push({ operation, body });
    calls.push(reference ? `${operation} ${reference}` : operation);
    const answer = perform(operation, reference, body);
    const replacement = instead.get(operation);
    instead.delete(operation);
    if (replacement) return replacement(response);
    response.setHeader('Content-Type', 'text/xml; charset=utf-8');
    response.end(answerOf(operation, answer));
  });

  function perform(operation: string, reference: string, body: string): string {
    const invoice = invoices.get(reference);
    if (operation === 'sendInvoice') {
      const issued = String(serial++);
      const total = /<totalAmount>(.*?)<\/totalAmount>/.exec(body)?.[1] ?? '';
      invoices.set(issued, { status: 'ISSUED', version: 0, total });
      return `${success}<invoiceQRCode>HTTP://SEQR.SE/R${issued}</invoiceQRCode><invoiceReference>${issued}</invoiceReference>`;
    }
    if (operation === 'getPaymentStatus' && invoice) {
      const paid = invoice.status === 'PAID';
      const ersReference = `2026112309000000000${reference.slice(-6)}`;
      const receipt = `<receipt><invoice><totalAmount>${invoice.total}</totalAmount></invoice></receipt>`;
      return `${paid ? `<ersReference>${ersReference}</ersReference>` : ''}${success}<status>${invoice.status}</status>${paid ? receipt : ''}<version>${invoice.version}</version>`;
    }
    if (operation === 'cancelInvoice' && invoice) {
      if (invoice.status === 'PAID') return '<resultCode>50</resultCode>';
      invoice.status = 'CANCELED';
    }
    return success;
  }

  return {
    endpoint: service.address,
    calls,
    instead,
    close: service.close,
    /** The payer did something: the invoice's status and version move. */
    set(reference: string, change: Partial<Invoice>) {
      const invoice = invoices.get(reference);
      if (!invoice) throw new Error(`no invoice ${reference}`);
      Object.assign(invoice, { version: invoice.version + 1 }, change);
    },
    statusOf: (reference: string) => invoices.get(reference)?.status,
    /** The newest message of that operation, as it arrived. */
    lastRequest: (operation: string) => requests.findLast((request) => request.operation === operation)?.body ?? '',
    count: (call: string) => calls.filter((made) => made.startsWith(call)).length,
  };
}

export type ScriptedSeqr = Awaited<ReturnType<typeof startScriptedSeqr>>;
