/** What `resultCode` may say in an answer of SEQR; the name travels beside it as `resultDescription`. */
export const ResultCode = {
  SUCCESS: 0,
  REPORT_NOT_READY: 2,
  REJECTED_AMOUNT: 11,
  REJECTED_PAYMENT: 12,
  AUTHENTICATION_FAILED: 20,
  ACCESS_DENIED: 21,
  INVALID_ERS_REFERENCE: 23,
  INVALID_INITIATOR_PRINCIPAL_ID: 29,
  INVALID_INITIATOR_PRINCIPAL_STATE: 33,
  INITIATOR_PRINCIPAL_NOT_FOUND: 37,
  PAYMENT_IN_PROGRESS: 48,
  INVALID_INVOICE_DATA: 49,
  CANNOT_CANCEL_PAID_INVOICE: 50,
  CANNOT_CANCEL_INVOICE_IN_PROGRESS: 51,
  INVALID_SEQR_ID: 53,
  INVALID_INVOICE_REFERENCE: 54,
  PAYMENT_ALREADY_CANCELLED: 55,
  PAYMENT_EXPIRED: 58,
  INVALID_NOTIFICATION_URL: 64,
  SYSTEM_ERROR: 90,
  UNSUPPORTED_OPERATION: 91,
  SYSTEM_BUSY: 93,
  SERVICE_UNAVAILABLE: 94,
  INVOICE_ALREADY_CANCELED: 95,
  INVOICE_STATE_NOT_RESERVED: 96,
  RESELLER_NOT_ALLOWED_TO_DO_REFUND: 97,
  SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION: 98,
  RECEIVER_ACCOUNT_DOES_NOT_ALLOW_REFUNDS: 99,
} as const;

export type ResultName = keyof typeof ResultCode;
export type ResultCode = (typeof ResultCode)[ResultName];

const names = new Map<number, ResultName>(Object.entries(ResultCode).map(([name, code]) => [code, name as ResultName]));

/** The name of a code; undefined for a code that the contract does not know. */
export function resultName(code: number): ResultName | undefined {
  return names.get(code);
}
