/** The result codes of the merchant operations (SEQR manual 2.4.2.1, result codes; 58: SEQR client 2.11). */
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

/** Codes in SEQR's class of result codes that are not documented for any merchant operation. */
const OtherResultCode = {
  PENDING_APPROVAL: 1,
  REJECTED_BUSINESS_LOGIC: 10,
  REJECTED_TOPUP: 13,
  INVALID_NEW_PASSWORD: 22,
  INVALID_RECEIVER_PRINCIPAL_ID: 30,
  INVALID_SENDER_PRINCIPAL_ID: 31,
  INVALID_TOPUP_PRINCIPAL_ID: 32,
  INVALID_RECEIVER_PRINCIPAL_STATE: 34,
  INVALID_SENDER_PRINCIPAL_STATE: 35,
  INVALID_TOPUP_PRINCIPAL_STATE: 36,
  RECEIVER_PRINCIPAL_NOT_FOUND: 38,
  SENDER_PRINCIPAL_NOT_FOUND: 39,
  TOPUP_PRINCIPAL_NOT_FOUND: 40,
  INVALID_PRODUCT: 41,
  INVALID_RECEIVER_ACCOUNT_TYPE: 42,
  INVALID_SENDER_ACCOUNT_TYPE: 43,
  INVALID_TOPUP_ACCOUNT_TYPE: 44,
  RECEIVER_ACCOUNT_NOT_FOUND: 45,
  SENDER_ACCOUNT_NOT_FOUND: 46,
  TOPUP_ACCOUNT_NOT_FOUND: 47,
  INVALID_CUSTOMER: 52,
  REGISTRATION_NOT_POSSIBLE: 56,
  REGISTRATION_PRINCIPAL_ALREADY_EXISTS: 57,
  AUTHORIZATION_EXPIRED: 60,
  AUTHORIZATION_CANCELLED: 61,
  AUTHORIZATION_IN_PROGRESS: 62,
  INVALID_AUTHORIZATION_REFERENCE: 63,
  LICENSE_REJECTION: 92,
} as const;

export type ResultName = keyof typeof ResultCode;
export type ResultCode = (typeof ResultCode)[ResultName];
export type OtherResultName = keyof typeof OtherResultCode;

/** All published codes with their names, lowest first. */
export const publishedCodes: readonly (readonly [code: number, name: ResultName | OtherResultName])[] = [
  ...namesOf(ResultCode),
  ...namesOf(OtherResultCode),
].toSorted(([a], [b]) => a - b);

const codes = { ...ResultCode, ...OtherResultCode };
const names = new Map(publishedCodes);
const merchantCodes = new Set<number>(Object.values(ResultCode));

/** The name of a published code, otherwise undefined. */
export function resultName(code: number): ResultName | OtherResultName | undefined {
  return names.get(code);
}

/** Whether the code is documented for the merchant operations, so that its meaning for a payment is known. */
export function isMerchantCode(code: number): boolean {
  return merchantCodes.has(code);
}

/** The text of `resultDescription`: the code's name, except for 98. */
export function describeResult(name: ResultName | OtherResultName): string {
  return name === 'SUM_OF_REFUNDS_CAN_NOT_BE_MORE_THAN_ORIGINAL_TRANSACTION'
    ? 'Sum of refunds can not be more than original transaction'
    : name;
}

export function codeOf(name: ResultName | OtherResultName): number {
  return codes[name];
}

function namesOf<Name extends string>(codes: Readonly<Record<Name, number>>): [number, Name][] {
  const list: [number, Name][] = [];
  for (const name in codes) list.push([codes[name], name]);
  return list;
}
