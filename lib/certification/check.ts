import type { OrderView, PaymentView } from '../orders/get-order';
import type { NotificationLog } from './notifications';
import type { Payer } from './payer';
import type { RunKind, TestView } from './run-view';
import type { Shop } from './shop';
import type { Exchange, Wire } from './wire';

export type Limits = {
  /** SEQR reverses a payment whose status is not queried within this time. */
  readonly answerSeconds: number;
  /** How long test 2.5 leaves an invoice unpaid. */
  readonly unpaidSeconds: number;
  /** How long a person may take to pay. */
  readonly personSeconds: number;
  /** How long the day's report may take. */
  readonly reportSeconds: number;
  /** For actions that the shop performs by itself within moments. */
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

/** The resources of a run, and the results that tests pass to later ones. */
export type TestContext = {
  readonly kind: RunKind;
  readonly shop: Shop;
  readonly wire: Wire;
  readonly payer: Payer;
  readonly notifications: NotificationLog;
  readonly limits: Limits;
  readonly addresses: { readonly forSeqr: string; readonly forBuyer: string };
  /** Replaces the configured terminal's credentials. */
  readonly switchTerminal: (id: string, password: string) => void;
  /**
   * Raises the version in SEQR's next answer about the invoice, as SEQR does when the payer offers a card. The returned
   * function gives the raised version once that answer has arrived.
   */
  readonly raiseVersion: (reference: string) => () => number | undefined;
  readonly memory: { one?: Placed; several?: Placed; refunded?: Placed; periodId?: string; terminalId?: string };
  readonly placed: Placed[];
};

type Reporter = {
  fact(line: string): void;
  /** Adds exchanges from before the test as evidence. */
  cite(...exchanges: readonly Exchange[]): void;
};

export type CertificationTest = Pick<TestView, 'id' | 'title' | 'chapter' | 'from' | 'source'> & {
  run(context: TestContext, reporter: Reporter): Promise<void>;
};

/** The shop failed a test; the message says what to fix. */
export class Finding extends Error {
  override readonly name = 'Finding';
}

/** A test that cannot run here; the message says why. */
export class NotRun extends Error {
  override readonly name = 'NotRun';
}

export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Finding(sentence);
}

export function need<T>(value: T | undefined, testId: string): T {
  if (value === undefined) throw new NotRun(`Not run, because it depends on test ${testId}, which failed.`);
  return value;
}
