/**
 * Whose credentials each operation sends by default, and whether repeating a call has no further effect. Repeatable
 * operations are reads, and writes that change nothing the second time: SEQR answers 95 for a cancelled invoice and 96
 * for a committed reservation, and an update sets the same rows. A repeated invoice, refund, terminal or period would
 * exist twice, because SEQR has no idempotency keys.
 */
export const operations = {
  sendInvoice: { caller: 'terminal', repeatable: false },
  updateInvoice: { caller: 'terminal', repeatable: true },
  getPaymentStatus: { caller: 'terminal', repeatable: true },
  cancelInvoice: { caller: 'terminal', repeatable: true },
  commitReservation: { caller: 'terminal', repeatable: true },
  submitPaymentReceipt: { caller: 'terminal', repeatable: true },
  refundPayment: { caller: 'terminal', repeatable: false },
  registerTerminal: { caller: 'reseller', repeatable: false },
  unregisterTerminal: { caller: 'terminal', repeatable: true },
  assignSeqrId: { caller: 'terminal', repeatable: true },
  markTransactionPeriod: { caller: 'reseller', repeatable: false },
  executeReport: { caller: 'reseller', repeatable: true },
  benchmarkingNop: { caller: 'nobody', repeatable: true },
} as const;

export type Operation = keyof typeof operations;
