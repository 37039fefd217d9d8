import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../database/client';

const taken = z.tuple([z.object({ sequence: z.number() })]);

/**
 * 13 random digits, like SEQR's references. With 9 trillion possibilities, they are hard to guess. The database ensures
 * uniqueness.
 */
export function newInvoiceReference(): string {
  return `${randomInt(1_000_000, 10_000_000)}${String(randomInt(1_000_000)).padStart(6, '0')}`;
}

/** The QR code's text. `qrBase` is upper case, so the code can use alphanumeric mode. */
export function qrCodeOf(qrBase: string, invoiceReference: string): string {
  return `${qrBase}/R${invoiceReference}`;
}

/**
 * The 25 digits of an ersReference (SEQR manual 2.4.2.1): UTC time to the millisecond, two digits, a six-digit
 * sequence. The sequence is stored in the database, so references are unique within a millisecond and across restarts.
 */
export async function newErsReference(tx: Tx, at: Date): Promise<string> {
  const rows = await tx.$queryRaw`UPDATE "Service" SET "sequence" = "sequence" + 1 WHERE "id" = 1 RETURNING "sequence"`;
  const [{ sequence }] = taken.parse(rows);
  const time = at.toISOString().replace(/\D/g, '');
  return `${time}01${String(sequence % 1_000_000).padStart(6, '0')}`;
}
