import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import type { FaultScope } from '../faults/fault';
import { faultScope } from '../invoices/fault-scope';
import { skusIn } from '../invoices/rows';
import { child, text } from '../wire/fields';

type CallScope = FaultScope & { isPaid?: boolean };

/**
 * Returns the properties of a call that faults can be limited to. `skus` come from the message and from the stored
 * invoice, so that a fault applies to every call about the invoice. `isPaid`: whether the call's invoice is PAID.
 */
export async function scopeOfCall(sandbox: Sandbox, request: XmlElement): Promise<CallScope> {
  const sent = child(request, 'invoice');
  const clientInvoiceId = text(sent, 'clientInvoiceId');
  const skus = skusIn(sent);
  const scope = {
    operation: request.name,
    terminalId: text(child(child(request, 'context'), 'initiatorPrincipalId'), 'id'),
  };
  const reference = text(request, 'invoiceReference');
  const ersReference = text(request, 'ersReference');
  if (reference === undefined && ersReference === undefined) return { ...scope, clientInvoiceId, skus };
  const booking =
    reference === undefined && ersReference !== undefined
      ? await sandbox.db.read.booking.findUnique({ where: { ersReference }, select: { invoiceReference: true } })
      : null;
  const invoice = await sandbox.db.read.invoice.findUnique({
    where: { reference: reference ?? booking?.invoiceReference ?? '' },
    select: { reference: true, terminalId: true, clientInvoiceId: true, rows: true, status: true },
  });
  if (!invoice) return { ...scope, isPaid: false, invoiceReference: reference, clientInvoiceId, skus };
  const stored = faultScope(invoice);
  return {
    ...scope,
    isPaid: invoice.status === 'PAID',
    invoiceReference: invoice.reference,
    clientInvoiceId: clientInvoiceId ?? stored.clientInvoiceId,
    skus: [...skus, ...stored.skus],
  };
}
