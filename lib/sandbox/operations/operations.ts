import { type Answer, refuse } from '../answer';
import { authenticate, type Caller, type TerminalCaller } from '../authenticate';
import type { Sandbox } from '../context';
import type { XmlElement } from '../soap/parse-xml';
import { cancelInvoice } from './cancel-invoice';
import { getPaymentStatus } from './get-payment-status';
import { sendInvoice } from './send-invoice';
import { submitPaymentReceipt } from './submit-payment-receipt';

type Operation = (sandbox: Sandbox, request: XmlElement) => Promise<Answer>;

function forTerminals(run: (sandbox: Sandbox, caller: TerminalCaller, request: XmlElement) => Promise<Answer>) {
  return withCaller((sandbox, caller, request) =>
    caller.type === 'TERMINALID'
      ? run(sandbox, caller, request)
      : Promise.resolve(refuse('ACCESS_DENIED', 'only a terminal may do this')),
  );
}

function withCaller(run: (sandbox: Sandbox, caller: Caller, request: XmlElement) => Promise<Answer>): Operation {
  return async (sandbox, request) => {
    const caller = await authenticate(sandbox, request);
    return 'result' in caller ? caller : run(sandbox, caller, request);
  };
}

const unsupported: Operation = async () => refuse('UNSUPPORTED_OPERATION', 'the sandbox does not do this');

const operations = new Map<string, Operation>(
  Object.entries({
    sendInvoice: forTerminals(sendInvoice),
    updateInvoice: unsupported,
    getPaymentStatus: forTerminals(getPaymentStatus),
    cancelInvoice: forTerminals(cancelInvoice),
    commitReservation: unsupported,
    submitPaymentReceipt: forTerminals(submitPaymentReceipt),
    refundPayment: unsupported,
    registerTerminal: unsupported,
    unregisterTerminal: unsupported,
    assignSeqrId: unsupported,
    markTransactionPeriod: unsupported,
    executeReport: unsupported,
    benchmarkingNop: async () => ({ result: 'SUCCESS' }) satisfies Answer,
    // Published with the rest, but of other SEQR products.
    confirmCustomerRegistration: unsupported,
    requestPrincipalInformation: unsupported,
    requestPurchase: unsupported,
    requestTopup: unsupported,
    requestTransfer: unsupported,
    changePrincipalPassword: unsupported,
  } satisfies Record<string, Operation>),
);

/** Undefined for what the contract does not know. */
export function findOperation(name: string): Operation | undefined {
  return operations.get(name);
}
