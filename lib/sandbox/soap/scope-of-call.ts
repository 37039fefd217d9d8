import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import type { FaultScope } from '../faults/fault';
import { child, text } from '../wire/fields';

/** Returns the properties of a call that faults can be restricted to. `isPaid`: whether the call's invoice is PAID. */
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
