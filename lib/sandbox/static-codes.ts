import type { Sandbox } from './context';
import { findInvoice } from './invoices/on-invoice';

/** First parts of addresses that this server has itself; and what reads as an invoice's own code. */
const RESERVED =
  /^(R\d+|EN|SV|API|ADMIN|SANDBOX|SOAP|EXTCLIENTPROXY|PRODUCTS|CATEGORIES|CART|CHECKOUT|ORDERS|TERMS|RETURNS|PRIVACY|CONTACT|DOCS|HEALTH|IMAGES|STATIC|PUBLIC|INDEX|FAVICON|ROBOTS|SITEMAP|NEXT)$/;

export function isReservedWord(seqrId: string): boolean {
  return RESERVED.test(seqrId.toUpperCase());
}

/** What a terminal's static code (`/<seqrId>`, any case) shows. Null when no terminal has it. */
export async function findStaticCode(
  sandbox: Sandbox,
  seqrId: string,
): Promise<{ merchant: string; invoiceReference: string | null } | null> {
  const terminal = await sandbox.db.read.terminal.findFirst({
    where: { seqrId: seqrId.toUpperCase(), state: 'ACTIVE' },
    select: { id: true, reseller: { select: { name: true } } },
  });
  if (!terminal) return null;
  const open = ['ISSUED', 'PENDING_ISSUER_ACKNOWLEDGE'];
  const newest = await sandbox.db.read.invoice.findFirst({
    where: { terminalId: terminal.id, status: { in: open } },
    orderBy: { createdAt: 'desc' },
    select: { reference: true },
  });
  const invoice = newest && (await findInvoice(sandbox, newest.reference));
  const isOpen = invoice !== null && open.includes(invoice.status);
  return { merchant: terminal.reseller.name, invoiceReference: isOpen ? invoice.reference : null };
}
