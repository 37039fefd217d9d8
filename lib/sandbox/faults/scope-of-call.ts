import type { Sandbox } from '../context';
import { child, text } from '../soap/fields';
import type { XmlElement } from '../soap/parse-xml';
import type { FaultScope } from './fault';

/** What a call is about, as far as a fault could be narrowed to it. `isPaid`: its invoice is PAID. */
export async function scopeOfCall(
  sandbox: Sandbox,
  request: XmlElement,
): Promise<FaultScope & { isPaid?: boolean | undefined }> {
  const scope = {
    operation: request.name,
    terminalId: text(child(child(request, 'context'), 'initiatorPrincipalId'), 'id'),
  };
  const reference = text(request, 'invoiceReference');
  const ersReference = text(request, 'ersReference');
  const clientInvoiceId = text(child(request, 'invoice'), 'clientInvoiceId');
  if (reference === undefined && ersReference === undefined) return { ...scope, clientInvoiceId };
  const booking =
    reference === undefined && ersReference !== undefined
      ? await sandbox.db.read.booking.findUnique({ where: { ersReference }, select: { invoiceReference: true } })
      : null;
  const invoice = await sandbox.db.read.invoice.findUnique({
    where: { reference: reference ?? booking?.invoiceReference ?? '' },
    select: { reference: true, clientInvoiceId: true, status: true },
  });
  return {
    ...scope,
    isPaid: invoice?.status === 'PAID',
    invoiceReference: invoice?.reference ?? reference,
    clientInvoiceId: clientInvoiceId ?? invoice?.clientInvoiceId ?? undefined,
  };
}
