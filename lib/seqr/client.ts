import type { Money } from '../money';
import { answers } from './answers';
import type { SeqrOptions } from './context';
import { createTransport } from './transport';
import type { CallOptions, CustomerToken, Invoice, Parameters, ReceiptDocument } from './types';
import { wrapParameters, wrapRows } from './wire';

type Reference = { invoiceReference: string };
type Tokens = { tokens?: CustomerToken[] | undefined };

/**
 * SEQR's merchant API, a method an operation. A method resolves only on resultCode 0 and throws `SeqrError` for all else
 * that the network or SEQR does. Safe for any number of calls at once; make one a process, for it keeps connections.
 */
export function createSeqrClient(options: SeqrOptions) {
  const { call, close } = createTransport(options);
  return {
    sendInvoice: ({ invoice, tokens }: { invoice: Invoice } & Tokens, as?: CallOptions) =>
      call('sendInvoice', { invoice: wrapRows(invoice), tokens }, answers.invoice, as),

    updateInvoice: (fields: Reference & { invoice?: Invoice | undefined } & Tokens, as?: CallOptions) =>
      call('updateInvoice', { ...fields, invoice: wrapRows(fields.invoice) }, answers.plain, as),

    /** `invoiceVersion`: the newest version that was seen, as the acknowledgement; 0 at first. */
    getPaymentStatus: (fields: Reference & { invoiceVersion: number }, as?: CallOptions) =>
      call('getPaymentStatus', fields, answers.paymentStatus, as),

    cancelInvoice: (fields: Reference, as?: CallOptions) => call('cancelInvoice', fields, answers.plain, as),

    /** Without `amount` all that is reserved. */
    commitReservation: (fields: Reference & { amount?: Money | undefined }, as?: CallOptions) =>
      call('commitReservation', fields, answers.plain, as),

    submitPaymentReceipt: (
      fields: { ersReference: string; receiptDocument?: ReceiptDocument | undefined },
      as?: CallOptions,
    ) => call('submitPaymentReceipt', fields, answers.plain, as),

    /** The invoice says how much and why; the answer's ersReference is the refund's own. */
    refundPayment: ({ ersReference, invoice }: { ersReference: string; invoice: Invoice }, as?: CallOptions) =>
      call('refundPayment', { ersReference, invoice: wrapRows(invoice) }, answers.plain, as),

    /** `password` is the new terminal's, at least 4 characters. Signed by the reseller user. */
    registerTerminal: (
      fields: { externalTerminalId: string; password: string; name?: string | undefined },
      as?: CallOptions,
    ) => call('registerTerminal', fields, answers.terminal, as),

    /** Retires the terminal that signs. */
    unregisterTerminal: (as?: CallOptions) => call('unregisterTerminal', {}, answers.plain, as),

    assignSeqrId: (fields: { seqrId: string }, as?: CallOptions) => call('assignSeqrId', fields, answers.plain, as),

    /** Closes the whole shop's period, or with the parameter TERMINALID that terminal's. Signed by the reseller user. */
    markTransactionPeriod: ({ parameters }: { parameters?: Parameters | undefined } = {}, as?: CallOptions) =>
      call('markTransactionPeriod', { parameters: wrapParameters(parameters) }, answers.transactionPeriod, as),

    /** Throws with resultCode 2 and `retrySafe` while the report is not ready. Signed by the reseller user. */
    executeReport: (
      fields: { reportId: string; language?: string | undefined; parameters?: Parameters | undefined },
      as?: CallOptions,
    ) => call('executeReport', { ...fields, parameters: wrapParameters(fields.parameters) }, answers.report, as),

    /** Does nothing at SEQR: asks whether it is there. */
    benchmarkingNop: (as?: CallOptions) => call('benchmarkingNop', {}, answers.plain, as),

    /** Lets go of the kept connections. */
    close,
  };
}

export type SeqrClient = ReturnType<typeof createSeqrClient>;
