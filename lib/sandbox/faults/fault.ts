import { z } from 'zod';
import { publishedCodes } from '../../seqr/contract/result-codes';

// The available faults and the calls they apply to. docs/sandbox.md lists them for users.

const name = z
  .string({ error: 'must be text' })
  // Texts of messages are trimmed, so a limit with spaces around it would never match.
  .refine((text) => /^(?=[\s\S]{1,200}$)\S(?:[\s\S]*\S)?$/.test(text), {
    error: 'must be 1 to 200 characters, without spaces around them',
  })
  .optional();
const reference = z
  .string({ error: 'must be text' })
  .regex(/^\d{1,32}$/, 'must be the digits of an invoiceReference')
  .optional();
const limits = { terminalId: name, invoiceReference: reference, clientInvoiceId: name, sku: name };
const common = {
  ...limits,
  /**
   * How many calls, notifications or payments the fault applies to. Without a number, it applies until it is removed.
   */
  times: z.int().min(1).max(1_000_000).optional(),
};
const ofCalls = { ...common, operation: name };
const seconds = z.number().min(0).max(3600);
const decimal = z.string().regex(/^\d{1,7}(\.\d{1,2})?$/, 'must be an amount such as 12.50');
const afterWork = (usual: boolean) => z.boolean().default(usual);

export const newFault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resultCode'),
    ...ofCalls,
    resultCode: z.literal(
      publishedCodes.map(([code]) => code),
      { error: 'is not one of SEQR’s result codes' },
    ),
    afterWork: afterWork(false),
  }),
  z.strictObject({ kind: z.literal('delay'), ...ofCalls, seconds }),
  z.strictObject({ kind: z.literal('hang'), ...ofCalls, afterWork: afterWork(false) }),
  z.strictObject({ kind: z.literal('close'), ...ofCalls, afterWork: afterWork(true) }),
  z.strictObject({
    kind: z.literal('http'),
    ...ofCalls,
    status: z.int().min(200).max(599),
    afterWork: afterWork(false),
  }),
  z.strictObject({
    kind: z.literal('soapFault'),
    ...ofCalls,
    message: z.string().max(500).default('The service failed as requested.'),
    afterWork: afterWork(false),
  }),
  z.strictObject({ kind: z.literal('malformed'), ...ofCalls, afterWork: z.literal(true).default(true) }),
  z.strictObject({ kind: z.literal('truncated'), ...ofCalls, afterWork: z.literal(true).default(true) }),
  z.strictObject({ kind: z.literal('stale'), ...common }),
  z.strictObject({ kind: z.literal('status'), ...common, status: z.string().regex(/^\w{1,60}$/, 'must be a word') }),
  z.strictObject({
    kind: z.literal('wrongReceipt'),
    ...common,
    amount: decimal.optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be three capital letters')
      .optional(),
    ersReference: z
      .string()
      .regex(/^(\d{1,32}|none)$/, 'must be digits, or none')
      .optional(),
    receiptOf: z
      .string()
      .regex(/^\d{1,32}$/, 'must be digits')
      .optional(),
    missing: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('down'), ...common }),
  z.strictObject({ kind: z.literal('dropNotification'), ...common }),
  z.strictObject({ kind: z.literal('delayNotification'), ...common, seconds }),
  z.strictObject({ kind: z.literal('repeatNotification'), ...common, copies: z.int().min(1).max(50).default(1) }),
  z.strictObject({ kind: z.literal('reorderNotifications'), ...common, times: z.int().min(2).max(50).default(2) }),
  z.strictObject({
    kind: z.literal('refusePayer'),
    ...common,
    reason: z.enum(['too-little-money', 'payment-failed']).default('payment-failed'),
  }),
  z.strictObject({ kind: z.literal('payAmount'), ...common, amount: decimal }),
  z.strictObject({ kind: z.literal('reversePayment'), ...common, seconds: seconds.default(0) }),
]);

export type NewFault = z.infer<typeof newFault>;
export type FaultKind = NewFault['kind'];

/** An active fault. If `remaining` is null, it is active until it is removed. */
export type Fault = NewFault & { id: number; remaining: number | null; createdAt: Date };

/** What a fault is limited to. `sku`: the itemSKU of a row. */
export interface FaultLimits {
  operation?: string | undefined;
  terminalId?: string | undefined;
  invoiceReference?: string | undefined;
  clientInvoiceId?: string | undefined;
  sku?: string | undefined;
}

/** The properties of a call, notification or payment that faults can be limited to. `skus`: the itemSKUs of its rows. */
export type FaultScope = Omit<FaultLimits, 'sku'> & { skus?: readonly string[] | undefined };

export const CALL_FAULTS = [
  'resultCode',
  'hang',
  'close',
  'http',
  'soapFault',
  'malformed',
  'truncated',
  'stale',
  'status',
  'wrongReceipt',
  'down',
] as const satisfies FaultKind[];

export type CallFault = Extract<Fault, { kind: (typeof CALL_FAULTS)[number] }>;

const SCOPE_KEYS = ['operation', 'terminalId', 'invoiceReference', 'clientInvoiceId'] as const;
export const FAULT_LIMITS = [...SCOPE_KEYS, 'sku'] as const satisfies (keyof FaultLimits)[];

/** Whether the fault applies to this scope. */
export function applies(fault: FaultLimits, scope: FaultScope): boolean {
  if (fault.sku !== undefined && !scope.skus?.includes(fault.sku)) return false;
  return SCOPE_KEYS.every((key) => fault[key] === undefined || fault[key] === scope[key]);
}
