import type { XmlElement } from '../../xml/parse-xml';
import type { Sandbox } from '../core/context';
import { type Answer, refuse } from '../wire/answer';
import { authenticate, type Caller, type ResellerCaller, type TerminalCaller } from './authenticate';
import { cancelInvoice } from './cancel-invoice';
import { commitReservation } from './commit-reservation';
import { executeReport } from './execute-report';
import { getPaymentStatus } from './get-payment-status';
import { markTransactionPeriod } from './mark-transaction-period';
import { whyNotInPublic } from './published-identities';
import { refundPayment } from './refund-payment';
import { sendInvoice } from './send-invoice';
import { submitPaymentReceipt } from './submit-payment-receipt';
import { assignSeqrId, registerTerminal, unregisterTerminal } from './terminals';
import { updateInvoice } from './update-invoice';

/** The path that was called, usually one of SEQR's published ones, and the caller's address. */
export type CallRoute = { readonly path: string; readonly address: string };

export type Operation = (sandbox: Sandbox, request: XmlElement, route: CallRoute) => Promise<Answer>;

type By<Someone> = (sandbox: Sandbox, caller: Someone, request: XmlElement, path: string) => Promise<Answer>;

function forTerminals(run: By<TerminalCaller>) {
  return withCaller((sandbox, caller, request, path) =>
    caller.type === 'TERMINALID'
      ? run(sandbox, caller, request, path)
      : Promise.resolve(refuse('ACCESS_DENIED', 'only a terminal may call this')),
  );
}

function forResellers(run: By<ResellerCaller>) {
  return withCaller((sandbox, caller, request, path) =>
    caller.type === 'RESELLERUSER'
      ? run(sandbox, caller, request, path)
      : Promise.resolve(refuse('ACCESS_DENIED', 'only the reseller user may call this')),
  );
}

function withCaller(run: By<Caller>): Operation {
  return async (sandbox, request, { path, address }) => {
    const caller = await authenticate(sandbox, request, address);
    if ('result' in caller) return caller;
    return whyNotInPublic(sandbox, caller, request.name) ?? run(sandbox, caller, request, path);
  };
}

const unsupported: Operation = async () =>
  refuse('UNSUPPORTED_OPERATION', 'the sandbox does not support this operation');

const operations = new Map<string, Operation>(
  Object.entries({
    sendInvoice: forTerminals(sendInvoice),
    updateInvoice: forTerminals(updateInvoice),
    getPaymentStatus: forTerminals(getPaymentStatus),
    cancelInvoice: forTerminals(cancelInvoice),
    commitReservation: forTerminals(commitReservation),
    submitPaymentReceipt: forTerminals(submitPaymentReceipt),
    refundPayment: withCaller(refundPayment),
    registerTerminal: forResellers(registerTerminal),
    unregisterTerminal: withCaller(unregisterTerminal),
    assignSeqrId: forTerminals(assignSeqrId),
    markTransactionPeriod: withCaller(markTransactionPeriod),
    executeReport: withCaller(executeReport),
    benchmarkingNop: async () => ({ result: 'SUCCESS' }) satisfies Answer,
    // Published in the same contract, but part of other SEQR products.
    confirmCustomerRegistration: unsupported,
    requestPrincipalInformation: unsupported,
    requestPurchase: unsupported,
    requestTopup: unsupported,
    requestTransfer: unsupported,
    changePrincipalPassword: unsupported,
  } satisfies Record<string, Operation>),
);

/** Undefined for an operation that the contract does not have. */
export function findOperation(name: string): Operation | undefined {
  return operations.get(name);
}

export const operationNames: readonly string[] = [...operations.keys()];
