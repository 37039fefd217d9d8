import { languages } from '../../i18n/enabled-languages.js';
import type { Sandbox } from '../core/context';
import { findInvoice } from './on-invoice';
import { OPEN_STATUSES } from './replace-invoice';

/** Words that no seqrId may be: this server's first path segments, and anything that looks like an invoice's own code. */
const RESERVED =
  /^(R\d+|API|ADMIN|SANDBOX|SOAP|EXTCLIENTPROXY|PRODUCTS|CATEGORIES|CART|CHECKOUT|ORDERS|TERMS|RETURNS|PRIVACY|CONTACT|DOCS|HEALTH|IMAGES|STATIC|PUBLIC|INDEX|FAVICON|ROBOTS|SITEMAP|_?NEXT)$/;

export function isReservedWord(seqrId: string): boolean {
  return RESERVED.test(seqrId.toUpperCase()) || languages.some((language) => language === seqrId.toLowerCase());
}

/**
 * Finds a terminal by its static code and returns its newest open invoice, if any. The code is `Q<seqrId>`, tried
 * first, or the bare `<seqrId>`, in any letter case. Returns null if no terminal has it. Source: SEQR developer site:
 * FAQ.
 */
export async function findStaticCode(
  sandbox: Sandbox,
  code: string,
): Promise<{ merchant: string; invoiceReference: string | null } | null> {
  const bare = code.toUpperCase();
  const terminal =
    (bare.startsWith('Q') && (await findTerminal(sandbox, bare.slice(1)))) || (await findTerminal(sandbox, bare));
  if (!terminal) return null;
  const newest = await sandbox.db.read.invoice.findFirst({
    where: { terminalId: terminal.id, status: { in: OPEN_STATUSES } },
    orderBy: { createdAt: 'desc' },
    select: { reference: true },
  });
  const invoice = newest && (await findInvoice(sandbox, newest.reference));
  const isOpen = invoice !== null && OPEN_STATUSES.includes(invoice.status);
  return { merchant: terminal.reseller.name, invoiceReference: isOpen ? invoice.reference : null };
}

function findTerminal(sandbox: Sandbox, seqrId: string) {
  return sandbox.db.read.terminal.findFirst({
    where: { seqrId, state: 'ACTIVE' },
    select: { id: true, reseller: { select: { name: true } } },
  });
}
