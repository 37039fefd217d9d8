/**
 * Each operation's default signer, and whether repeating a call has no further effect. Repeatable operations are reads,
 * and writes that change nothing the second time: SEQR answers 95 for a cancelled invoice and 96 for a committed
 * reservation, and an update sets the same rows. A repeated invoice, refund, terminal or period would exist twice,
 * because SEQR has no idempotency keys.
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
