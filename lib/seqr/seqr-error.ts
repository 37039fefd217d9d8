import { isMerchantCode, ResultCode, resultName } from './contract/result-codes';
import { type Operation, operations } from './operations';

/**
 * What went wrong, from the outside in:
 * `unreachable` no connection (refused, unknown host, TLS, no free line in time);
 * `timeout` connected, but no whole answer in time; `lost` the connection broke before the answer was whole;
 * `http` a status other than 200 without a SOAP fault; `fault` a SOAP fault;
 * `content` an answer that is not what the contract promises (HTML, cut off, too large, another operation's);
 * `result` a proper answer whose resultCode is not 0.
 */
export type SeqrErrorKind = 'unreachable' | 'timeout' | 'lost' | 'http' | 'fault' | 'content' | 'result';

export type SeqrFailure = {
  operation: Operation;
  kind: SeqrErrorKind;
  /** Free of credentials: see redact.ts. */
  reason: string;
  httpStatus?: number;
  faultCode?: string;
  resultCode?: number;
};

/**
 * The one error of the client. It carries no request, no answer and no cause, for the request holds the password.
 *
 * `mayHaveHappened`: SEQR may have done what was asked, although the answer did not say so. True for all that goes
 * wrong once a connection stands, except where the service itself refused. 90 and 94 are counted as “may”: they report
 * trouble inside SEQR without saying how far it got, as does a code that we do not know; 93 turns a call away at the door.
 *
 * `retrySafe`: the very same call may be made again by a machine, because it cannot take effect twice and has a
 * chance to succeed. For sendInvoice, refundPayment and whatever else exists twice when asked for twice, that is so only when
 * no connection came about; even 93 is left to a person there. A refusal that would be repeated is never worth a retry.
 */
export class SeqrError extends Error {
  /** By name: the process's one client may come from another instance of this module than the code that catches. */
  static override [Symbol.hasInstance](value: unknown): value is SeqrError {
    return value instanceof Error && value.name === 'SeqrError';
  }

  override readonly name = 'SeqrError';
  readonly kind: SeqrErrorKind;
  readonly operation: Operation;
  readonly resultCode: number | undefined;
  /** The published name of `resultCode`, if it has one. */
  readonly resultName: string | undefined;
  readonly faultCode: string | undefined;
  readonly httpStatus: number | undefined;
  readonly mayHaveHappened: boolean;
  readonly retrySafe: boolean;

  constructor(failure: SeqrFailure) {
    super(`SEQR ${failure.operation}: ${failure.reason}`);
    this.kind = failure.kind;
    this.operation = failure.operation;
    this.resultCode = failure.resultCode;
    this.resultName = failure.resultCode === undefined ? undefined : resultName(failure.resultCode);
    this.faultCode = failure.faultCode;
    this.httpStatus = failure.httpStatus;
    this.mayHaveHappened = mayHaveHappened(failure);
    this.retrySafe = isPassing(failure) && (failure.kind === 'unreachable' || operations[failure.operation].repeatable);
  }
}

function mayHaveHappened({ kind, httpStatus = 0, faultCode, resultCode }: SeqrFailure): boolean {
  switch (kind) {
    case 'unreachable':
      return false;
    case 'timeout':
    case 'lost':
    case 'content':
      return true;
    case 'http':
      return httpStatus < 300 || httpStatus >= 500;
    case 'fault':
      return !isCallersFault(faultCode);
    case 'result':
      return (
        resultCode === undefined ||
        resultCode === ResultCode.SYSTEM_ERROR ||
        resultCode === ResultCode.SERVICE_UNAVAILABLE ||
        !isMerchantCode(resultCode)
      );
  }
}

/** Whether the trouble is of the kind that goes away by itself. */
function isPassing({ kind, httpStatus = 0, faultCode, resultCode }: SeqrFailure): boolean {
  switch (kind) {
    case 'unreachable':
    case 'timeout':
    case 'lost':
    case 'content':
      return true;
    case 'http':
      return httpStatus >= 500 || httpStatus === 408 || httpStatus === 429;
    case 'fault':
      return !isCallersFault(faultCode);
    case 'result':
      return resultCode !== undefined && passingCodes.has(resultCode);
  }
}

const passingCodes = new Set<number>([
  ResultCode.REPORT_NOT_READY,
  ResultCode.PAYMENT_IN_PROGRESS,
  ResultCode.CANNOT_CANCEL_INVOICE_IN_PROGRESS,
  ResultCode.SYSTEM_ERROR,
  ResultCode.SYSTEM_BUSY,
  ResultCode.SERVICE_UNAVAILABLE,
]);

/** SOAP 1.1, section 4.4.1: every code but Server says that the message itself was not acceptable. */
function isCallersFault(faultCode = ''): boolean {
  return /(^|:)(Client|VersionMismatch|MustUnderstand)(\.|$)/.test(faultCode);
}
