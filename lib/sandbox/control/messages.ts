import { z } from 'zod';
import type { Sandbox } from '../core/context';
import { ControlError } from './control';

const query = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(100),
  before: z.coerce.number().int().min(1).optional(),
  operation: z.string().optional(),
  invoiceReference: z.string().optional(),
  clientInvoiceId: z.string().optional(),
  terminalId: z.string().optional(),
});

/**
 * Lists SOAP messages, newest first, with masked passwords. `?invoiceReference=`, `clientInvoiceId=` (that of an invoice in
 * the request), `operation=` and `terminalId=` filter them; `limit=` and `before=` page through them.
 */
export async function listMessages(sandbox: Sandbox, request: Request) {
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) {
    throw new ControlError(400, parsed.error.issues.map(({ path, message }) => `${path}: ${message}`).join('; '));
  }
  const { limit, before, operation, invoiceReference, clientInvoiceId, terminalId } = parsed.data;
  await sandbox.messages.flush();
  const messages = await sandbox.db.read.message.findMany({
    where: {
      ...(before !== undefined && { id: { lt: before } }),
      ...(operation !== undefined && { operation }),
      ...(invoiceReference !== undefined && { invoiceReference }),
      ...(clientInvoiceId !== undefined && { clientInvoiceId }),
      ...(terminalId !== undefined && { terminalId }),
    },
    orderBy: { id: 'desc' },
    take: limit,
  });
  return { messages };
}
