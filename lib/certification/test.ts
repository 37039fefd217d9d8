import type { OrderView, PaymentView } from '../orders/get-order';
import type { NotificationLog } from './notifications';
import type { Payer } from './payer';
import type { RunKind, TestView } from './run-view';
import type { Shop } from './shop';
import type { Exchange, Wire } from './wire';

export type Limits = {
  /** SEQR reverses a payment that it was not asked about for so long. */
  readonly answerSeconds: number;
  /** How long an invoice is left unpaid in test 2. */
  readonly unpaidSeconds: number;
  /** How long a person may take to pay. */
  readonly personSeconds: number;
  /** How long the day's report may take. */
  readonly reportSeconds: number;
  /** For what the shop does by itself within moments. */
  readonly patienceSeconds: number;
};

export const usualLimits: Limits = {
  answerSeconds: 20,
  unpaidSeconds: 30,
  personSeconds: 180,
  reportSeconds: 120,
  patienceSeconds: 15,
};

export type Placed = {
  readonly orderId: string;
  readonly order: OrderView;
  readonly payment: PaymentView;
  readonly reference: string;
  readonly sent: Exchange;
};

/** What a run has to work with, and what its tests leave to the ones after them. */
export type Course = {
  readonly kind: RunKind;
  readonly shop: Shop;
  readonly wire: Wire;
  readonly payer: Payer;
  readonly notifications: NotificationLog;
  readonly limits: Limits;
  readonly addresses: { readonly forSeqr: string; readonly forBuyer: string };
  /** Puts a terminal's credentials in the place of the configured ones. */
  readonly switchTerminal: (id: string, password: string) => void;
  /**
   * Raises the version in SEQR's next answer about that invoice, as SEQR does when the payer offers a card; what it
   * returns tells the raised version once that answer has come.
   */
  readonly raiseVersion: (reference: string) => () => number | undefined;
  readonly memory: { one?: Placed; several?: Placed; refunded?: Placed; periodId?: string; terminalId?: string };
  readonly placed: Placed[];
};

export type Witness = {
  fact(line: string): void;
  /** Evidence from before the test. */
  cite(...exchanges: readonly Exchange[]): void;
};

export type CertificationTest = Pick<TestView, 'id' | 'title' | 'chapter' | 'from' | 'source'> & {
  run(course: Course, witness: Witness): Promise<void>;
};

/** The shop failed a test; the message says what to mend. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

/** A test that cannot be made here; the message says why. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
}

export function demand(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Finding(sentence);
}

export function need<T>(value: T | undefined, testId: string): T {
  if (value === undefined) throw new NotRun(`Not run, because it builds on test ${testId}, which failed.`);
  return value;
}
