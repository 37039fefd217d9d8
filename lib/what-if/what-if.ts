import type { NewFault } from './seqr-controls';

/**
 * What a visitor of a demonstration can make happen to their own payment: the network between the shop and SEQR fails, SEQR
 * is down, the answer to sendInvoice is lost, the payer has no money, the shop asks too late, two payers pay.
 */
export const whatIfs = ['network', 'down', 'lost', 'money', 'slow', 'twice'] as const;
export type WhatIf = (typeof whatIfs)[number];

export function isWhatIf(text: string | null): text is WhatIf {
  return whatIfs.some((whatIf) => whatIf === text);
}

/** Few enough that the shop learns of the payment within SEQR's 20 seconds. */
const FAILED_CALLS = 4;
/** More calls than the shop makes in SLOW_MS. They end the fault even if a restart loses the timer that would end it. */
const SLOW_CALLS = 30;

/** SEQR reverses a payment that the shop has not asked about for 20 seconds. */
export const SLOW_MS = 21_000;
const LONGEST_MS = 60_000;

type Plan = {
  readonly faults: readonly NewFault[];
  /** When the faults end at the latest. */
  readonly endsAfterMs: number;
  /** The balances of the payers who then confirm; nobody pays if it is empty. */
  readonly payers: readonly ('enough' | 'nothing')[];
};

const statusCall = { operation: 'getPaymentStatus' } as const;

/** Faults limited to the visitor's invoice, or, for `lost`, to the invoice that the shop sends next. */
export const plans: Readonly<Record<WhatIf, Plan>> = {
  network: {
    faults: [
      { kind: 'close', ...statusCall, afterWork: false, times: FAILED_CALLS },
      { kind: 'dropNotification', times: 1 },
    ],
    endsAfterMs: LONGEST_MS,
    payers: ['enough'],
  },
  down: {
    faults: [
      { kind: 'http', ...statusCall, status: 503, times: FAILED_CALLS },
      { kind: 'dropNotification', times: 1 },
    ],
    endsAfterMs: LONGEST_MS,
    payers: ['enough'],
  },
  lost: { faults: [{ kind: 'close', operation: 'sendInvoice', times: 1 }], endsAfterMs: 10_000, payers: [] },
  money: { faults: [], endsAfterMs: 0, payers: ['nothing'] },
  slow: {
    faults: [
      { kind: 'resultCode', ...statusCall, resultCode: 90, times: SLOW_CALLS },
      { kind: 'dropNotification', times: 1 },
    ],
    endsAfterMs: SLOW_MS,
    payers: ['enough'],
  },
  twice: {
    faults: [{ kind: 'repeatNotification', copies: 3, times: 1 }],
    endsAfterMs: LONGEST_MS,
    payers: ['enough', 'enough'],
  },
};
