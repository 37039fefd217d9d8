import { languages } from '../../i18n/enabled-languages.js';
import { shopPages } from '../../shop-pages';
import type { Sandbox } from '../core/context';
import { findInvoice } from './on-invoice';
import { OPEN_STATUSES } from './replace-invoice';

/** This server's first path segments, as far as they can be a seqrId. */
const segments = ['admin', 'api', 'extclientproxy', 'media', 'sandbox', 'soap', '_next', ...shopPages, ...languages];

/** Whether the seqrId, without a Q, is another address of this server: one of its paths, or an invoice's own code. */
export function isReservedWord(seqrId: string): boolean {
  return /^r\d+$/i.test(seqrId) || segments.includes(seqrId.toLowerCase());
}

/**
 * Finds a terminal by its static code and returns its newest open invoice, if any. The code is `Q<seqrId>`, tried
 * first, or the bare `<seqrId>` unless it is reserved, in any letter case. Returns null if no terminal has it. Source:
 * SEQR developer site: FAQ.
 */
export async function findStaticCode(
  sandbox: Sandbox,
  code: string,
): Promise<{ merchant: string; invoiceReference: string | null } | null> {
  const bare = code.toUpperCase();
  const terminal =
    (bare.startsWith('Q') && (await findTerminal(sandbox, bare.slice(1)))) ||
    (!isReservedWord(bare) && (await findTerminal(sandbox, bare)));
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
