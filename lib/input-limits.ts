// One number each for the form that announces a limit and for the reader that enforces it. Imports nothing: forms of the
// browser use it too.

/** Characters at most. */
export const maxLengths = {
  merchantName: 40,
  refundReason: 200,
  transferNote: 200,
  incidentNote: 500,
  orderSearch: 100,
  loyaltyCard: 60,
  payerName: 60,
  terminalField: 200,
  pin: 8,
  walletCode: 200,
} as const;

/** Characters at least. */
export const minLengths = { terminalPassword: 4, pin: 4 } as const;

/** A reference of SEQR's (`ersReference`), as a form's `pattern`. */
export const ersReferencePattern = '\\d{6,32}';
const ersReference = new RegExp(`^${ersReferencePattern}$`);

export function isErsReference(text: string): boolean {
  return ersReference.test(text);
}

/** A PIN of the test wallet. */
export function isPin(text: string): boolean {
  return /^\d+$/.test(text) && text.length >= minLengths.pin && text.length <= maxLengths.pin;
}
