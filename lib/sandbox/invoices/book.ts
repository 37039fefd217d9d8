import type { Step } from './step';

type NewBooking = {
  ersReference: string;
  kind: 'PAYMENT' | 'REFUND' | 'REVERSAL';
  payerId: string;
  amount: number;
  cashierId: string | null;
  bookedAt: Date | null;
};

/** Writes a row of the reports; it counts there from `bookedAt` on. What goes back to the payer is negative. */
export async function book({ tx, invoice, time }: Step, booking: NewBooking): Promise<void> {
  const terminal = await tx.terminal.findUniqueOrThrow({
    where: { id: invoice.terminalId },
    select: { resellerId: true },
  });
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
