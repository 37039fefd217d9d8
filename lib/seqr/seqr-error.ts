import { isMerchantCode, ResultCode, resultName } from './contract/result-codes';
import { type Operation, operations } from './operations';

/**
 * - `unreachable`: no connection (refused, unknown host, TLS, none free in time)
 * - `timeout`: connected, but no complete answer in time
 * - `lost`: the connection broke before the answer was complete
 * - `http`: a status other than 200 without a SOAP fault
 * - `fault`: a SOAP fault
 * - `content`: an answer that violates the contract (HTML, truncated, too large, another operation's)
 * - `result`: a valid answer whose resultCode is not 0
 */
export type SeqrErrorKind = 'unreachable' | 'timeout' | 'lost' | 'http' | 'fault' | 'content' | 'result';

export type SeqrFailure = {
  operation: Operation;
  kind: SeqrErrorKind;
  /** Contains no credentials: see redact.ts. */
  reason: string;
  httpStatus?: number;
  faultCode?: string;
  resultCode?: number;
};

/**
 * The error of every failed call. It carries no request, answer or cause, because the request contains the password.
 *
 * `mayHaveHappened`: SEQR may have carried out the call although no answer confirms it. True for every failure after the
 * connection was made, unless SEQR refused the call. Codes 90 and 94 are included, because they report a failure inside
 * SEQR without saying how far the call got; so are unknown codes. 93 rejects a call before any work.
 *
 * `retrySafe`: the same call may be retried automatically, because it cannot take effect twice and may succeed. For
 * non-repeatable operations such as sendInvoice and refundPayment, it is true only if no connection was made; even 93
 * then needs manual action. It is false for errors that would occur again.
 */
export class SeqrError extends Error {
  /** Compares by name, because the client may come from another instance of this module than the caller. */
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
    this.retrySafe =
      isTemporary(failure) && (failure.kind === 'unreachable' || operations[failure.operation].repeatable);
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

/** Whether the same call may succeed later. */
function isTemporary({ kind, httpStatus = 0, faultCode, resultCode }: SeqrFailure): boolean {
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
      return resultCode !== undefined && temporaryCodes.has(resultCode);
  }
}

const temporaryCodes = new Set<number>([
  ResultCode.REPORT_NOT_READY,
  ResultCode.PAYMENT_IN_PROGRESS,
  ResultCode.CANNOT_CANCEL_INVOICE_IN_PROGRESS,
  ResultCode.SYSTEM_ERROR,
  ResultCode.SYSTEM_BUSY,
  ResultCode.SERVICE_UNAVAILABLE,
]);

/** SOAP 1.1, section 4.4.1: every code except Server means that the message itself was not acceptable. */
function isCallersFault(faultCode = ''): boolean {
  return /(^|:)(Client|VersionMismatch|MustUnderstand)(\.|$)/.test(faultCode);
}
