import type { Money } from '../money';
import { answers } from './answers';
import type { SeqrOptions } from './context';
import { createTransport } from './transport';
import type { CallOptions, CustomerToken, Invoice, Parameters, ReceiptDocument } from './types';
import { wrapParameters, wrapRows } from './wire';

type Reference = { invoiceReference: string };
type Tokens = { tokens?: CustomerToken[] | undefined };

/**
 * SEQR's merchant API, one method per operation. A method resolves only on resultCode 0; any other result or network
 * failure throws `SeqrError`. Values that cannot be sent throw `RangeError` or `TypeError`. Safe for concurrent use.
 * Create one per process, because it pools connections.
 */
export function createSeqrClient(options: SeqrOptions) {
  const { call, close } = createTransport(options);
  return {
    sendInvoice: ({ invoice, tokens }: { invoice: Invoice } & Tokens, as?: CallOptions) =>
      call('sendInvoice', { invoice: wrapRows(invoice), tokens }, answers.invoice, as),

    updateInvoice: (fields: Reference & { invoice?: Invoice | undefined } & Tokens, as?: CallOptions) =>
      call('updateInvoice', { ...fields, invoice: wrapRows(fields.invoice) }, answers.plain, as),

    /** `invoiceVersion` is the latest version received, or 0 at first. Sending a version acknowledges it. */
    getPaymentStatus: (fields: Reference & { invoiceVersion: number }, as?: CallOptions) =>
      call('getPaymentStatus', fields, answers.paymentStatus, as),

    cancelInvoice: (fields: Reference, as?: CallOptions) => call('cancelInvoice', fields, answers.plain, as),

    /** Without `amount`, commits the full reservation. */
    commitReservation: (fields: Reference & { amount?: Money | undefined }, as?: CallOptions) =>
      call('commitReservation', fields, answers.plain, as),

    submitPaymentReceipt: (
      fields: { ersReference: string; receiptDocument?: ReceiptDocument | undefined },
      as?: CallOptions,
    ) => call('submitPaymentReceipt', fields, answers.plain, as),

    /** `invoice` gives the amount and the reason. The returned `ersReference` identifies the refund. */
    refundPayment: ({ ersReference, invoice }: { ersReference: string; invoice: Invoice }, as?: CallOptions) =>
      call('refundPayment', { ersReference, invoice: wrapRows(invoice) }, answers.plain, as),

    /** Called as the reseller user. `password` is that of the new terminal and has at least 4 characters. */
    registerTerminal: (
      fields: { externalTerminalId: string; password: string; name?: string | undefined },
      as?: CallOptions,
    ) => call('registerTerminal', fields, answers.terminal, as),

    /** Unregisters the calling terminal. */
    unregisterTerminal: (as?: CallOptions) => call('unregisterTerminal', {}, answers.plain, as),

    assignSeqrId: (fields: { seqrId: string }, as?: CallOptions) => call('assignSeqrId', fields, answers.plain, as),

    /** Called as the reseller user. Closes the whole shop's period or, with the parameter TERMINALID, that terminal's. */
    markTransactionPeriod: ({ parameters }: { parameters?: Parameters | undefined } = {}, as?: CallOptions) =>
      call('markTransactionPeriod', { parameters: wrapParameters(parameters) }, answers.transactionPeriod, as),

    /** Called as the reseller user. Throws with resultCode 2 and `retrySafe` while the report is not ready. */
    executeReport: (
      fields: { reportId: string; language?: string | undefined; parameters?: Parameters | undefined },
      as?: CallOptions,
    ) => call('executeReport', { ...fields, parameters: wrapParameters(fields.parameters) }, answers.report, as),

    /** Checks that SEQR responds; changes nothing. */
    benchmarkingNop: (as?: CallOptions) => call('benchmarkingNop', {}, answers.plain, as),

    /** Closes pooled connections. */
    close,
  };
}

export type SeqrClient = ReturnType<typeof createSeqrClient>;
