import type { Sandbox } from './context';
import { findInvoice } from './invoices/on-invoice';

/** First parts of addresses that this server has itself; and what reads as an invoice's own code. */
const RESERVED =
  /^(R\d+|EN|SV|API|ADMIN|SANDBOX|SOAP|EXTCLIENTPROXY|PRODUCTS|CATEGORIES|CART|CHECKOUT|ORDERS|TERMS|RETURNS|PRIVACY|CONTACT|DOCS|HEALTH|IMAGES|STATIC|PUBLIC|INDEX|FAVICON|ROBOTS|SITEMAP|_?NEXT)$/;

export function isReservedWord(seqrId: string): boolean {
  return RESERVED.test(seqrId.toUpperCase());
}

/**
 * What a terminal's static code shows: `Q<seqrId>`, tried first, or the bare `<seqrId>`, in any letter case. Null when
 * no terminal has it. Source: SEQR developer site: FAQ.
 */
export async function findStaticCode(
  sandbox: Sandbox,
  code: string,
): Promise<{ merchant: string; invoiceReference: string | null } | null> {
  const bare = code.toUpperCase();
  const terminal =
    (bare.startsWith('Q') && (await findTerminal(sandbox, bare.slice(1)))) || (await findTerminal(sandbox, bare));
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

function findTerminal(sandbox: Sandbox, seqrId: string) {
  return sandbox.db.read.terminal.findFirst({
    where: { seqrId, state: 'ACTIVE' },
    select: { id: true, reseller: { select: { name: true } } },
  });
}
