/**
 * Who signs an operation unless the caller says otherwise, and whether the same call made twice is no worse than once.
 *
 * Repeatable are the questions, and the orders whose second arrival changes nothing: a cancelled invoice answers 95, a
 * drawn reservation 96, an update puts the same rows again. An invoice, a refund, a terminal or a period that is asked
 * for twice exists twice: SEQR takes no idempotency key.
 */
export const operations = {
  sendInvoice: { signer: 'terminal', repeatable: false },
  updateInvoice: { signer: 'terminal', repeatable: true },
  getPaymentStatus: { signer: 'terminal', repeatable: true },
  cancelInvoice: { signer: 'terminal', repeatable: true },
  commitReservation: { signer: 'terminal', repeatable: true },
  submitPaymentReceipt: { signer: 'terminal', repeatable: true },
  refundPayment: { signer: 'terminal', repeatable: false },
  registerTerminal: { signer: 'reseller', repeatable: false },
  unregisterTerminal: { signer: 'terminal', repeatable: true },
  assignSeqrId: { signer: 'terminal', repeatable: true },
  markTransactionPeriod: { signer: 'reseller', repeatable: false },
  executeReport: { signer: 'reseller', repeatable: true },
  benchmarkingNop: { signer: 'nobody', repeatable: true },
} as const;

export type Operation = keyof typeof operations;
