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
 * Writes a row for SEQR's reports, which include it from `bookedAt` on, or not yet if that is null. Amounts refunded to
 * the payer are negative.
 */
export async function book({ sandbox, tx, invoice, time }: Step, booking: NewBooking): Promise<void> {
  const terminal = await sandbox.merchants.findTerminal(invoice.terminalId);
  if (!terminal) throw new Error(`sandbox: invoice ${invoice.reference} has no terminal`);
  await tx.booking.create({
    data: {
      ...booking,
      invoiceReference: invoice.reference,
      resellerId: terminal.resellerId,
      terminalId: invoice.terminalId,
      currency: invoice.currency,
      at: time,
    },
  });
}
