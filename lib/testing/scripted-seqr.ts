import type { ServerResponse } from 'node:http';
import { answerOf, startService, success } from './test-service';

type Invoice = { status: string; version: number; total: string };

/**
 * Starts a scripted SEQR service on a free port, which can also answer incorrectly. The tests in e2e/ use the faithful
 * sandbox instead.
 */
export async function startScriptedSeqr() {
  const invoices = new Map<string, Invoice>();
  const calls: string[] = [];
  const requests: { operation: string; body: string }[] = [];
  /** Replaces the next answer to an operation, after its work has been done. */
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
    /** Simulates a change by the payer: updates the invoice and raises its version. */
    set(reference: string, change: Partial<Invoice>) {
      const invoice = invoices.get(reference);
      if (!invoice) throw new Error(`no invoice ${reference}`);
      Object.assign(invoice, { version: invoice.version + 1 }, change);
    },
    statusOf: (reference: string) => invoices.get(reference)?.status,
    /** The latest message of that operation, as received. */
    lastRequest: (operation: string) => requests.findLast((request) => request.operation === operation)?.body ?? '',
    count: (call: string) => calls.filter((made) => made.startsWith(call)).length,
  };
}

export type ScriptedSeqr = Awaited<ReturnType<typeof startScriptedSeqr>>;
