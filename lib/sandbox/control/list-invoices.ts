import { z } from 'zod';
import { money, storedCurrency, toDecimal } from '../../money';
import type { Sandbox } from '../core/context';
import { ControlError, readValues } from './control';

const STATUSES = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE', 'RESERVED', 'PAID', 'CANCELED', 'FAILED', 'EXPIRED'] as const;
const name = z.string().min(1, 'must not be empty').max(200, 'may have at most 200 characters').optional();
const query = z.strictObject({
  limit: z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(500, 'must be at most 500')
    .default(100),
  before: name,
  terminalId: name,
  status: z.enum(STATUSES, { error: `must be one of ${STATUSES.join(', ')}` }).optional(),
  payer: name,
});

const listed = {
  reference: true,
  status: true,
  version: true,
  terminalId: true,
  payerId: true,
  clientInvoiceId: true,
  title: true,
  currency: true,
  total: true,
  paid: true,
  refunded: true,
  ersReference: true,
  closedBy: true,
  createdAt: true,
  paidAt: true,
} as const;

/**
 * Lists invoices, newest first. `?terminalId=`, `status=` and `payer=` (who paid) filter them; `limit=` and `before=`,
 * the last reference of the previous page, page through them.
 */
export async function listInvoices(sandbox: Sandbox, request: Request) {
  const { limit, before, payer, ...filter } = readValues(Object.fromEntries(new URL(request.url).searchParams), query);
  const invoices = await sandbox.db.read.invoice.findMany({
    where: {
      ...(filter.terminalId !== undefined && { terminalId: filter.terminalId }),
      ...(filter.status !== undefined && { status: filter.status }),
      ...(payer !== undefined && { payerId: payer }),
      ...(before !== undefined && (await olderThan(sandbox, before))),
    },
    select: listed,
    orderBy: [{ createdAt: 'desc' }, { reference: 'desc' }],
    take: limit,
  });
  return {
    invoices: invoices.map(({ reference, total, paid, refunded, ...invoice }) => {
      const decimal = (amount: number) => toDecimal(money(amount, storedCurrency(invoice.currency)));
      return {
        invoiceReference: reference,
        ...invoice,
        total: decimal(total),
        paid: invoice.status === 'PAID' && paid !== null ? decimal(paid) : null,
        refunded: decimal(refunded),
      };
    }),
  };
}

async function olderThan(sandbox: Sandbox, reference: string) {
  const invoice = await sandbox.db.read.invoice.findUnique({ where: { reference }, select: { createdAt: true } });
  if (!invoice) throw new ControlError(400, 'before: there is no such invoice.');
  const { createdAt } = invoice;
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, reference: { lt: reference } }] };
}
