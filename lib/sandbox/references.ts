import { randomInt } from 'node:crypto';
import type { Tx } from './database/client';

/** 13 random digits, in the look of SEQR's: not to be guessed among 9 million million. The database keeps it unique. */
export function newInvoiceReference(): string {
  return `${randomInt(1_000_000, 10_000_000)}${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

/** The QR code's text, upper case throughout so that the code is in alphanumeric mode. */
export function qrCodeOf(qrBase: string, invoiceReference: string): string {
  return `${qrBase}/R${invoiceReference}`;
}

/**
 * The 25 digits of an ersReference (SEQR manual 2.4.2.1): time (UTC) to the millisecond, two digits, a six-digit
 * sequence. The sequence is kept in the database, so two references differ even within a millisecond and across
 * restarts.
 */
export async function newErsReference(tx: Tx, at: Date): Promise<string> {
  const { sequence } = await tx.service.update({
    where: { id: 1 },
    data: { sequence: { increment: 1 } },
    select: { sequence: true },
  });
  const time = at.toISOString().replace(/\D/g, '');
  return `${time}01${String(sequence % 1_000_000).padStart(6, '0')}`;
}
