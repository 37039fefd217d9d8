import { insertRows } from '../database/insert-rows';
import type { Step } from './step';

type NewBooking = {
  ersReference: string;
  kind: 'PAYMENT' | 'REFUND' | 'REVERSAL';
  payerId: string;
  amount: number;
  cashierId: string | null;
  bookedAt: Date | null;
};

/**
 * Writes a row for SEQR's reports. They include the row from `bookedAt` on; null excludes it for now. Amounts refunded to
 * the payer are negative.
 */
export async function book({ sandbox, tx, invoice, time }: Step, booking: NewBooking): Promise<void> {
  const terminal = await sandbox.merchants.findTerminal(invoice.terminalId);
  if (!terminal) throw new Error(`sandbox: invoice ${invoice.reference} has no terminal`);
  const row = {
    ...booking,
    invoiceReference: invoice.reference,
    resellerId: terminal.resellerId,
    terminalId: invoice.terminalId,
    currency: invoice.currency,
    at: time,
  };
  await insertRows(tx, 'Booking', [row]);
}
