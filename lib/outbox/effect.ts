import type { Tx } from '../db/client';

/** A write that joins the transaction of another one. `scopes` are the subjects of the write, as for `db().write`. */
export type JoinedWrite = { readonly scopes: readonly string[]; write(tx: Tx): Promise<unknown> };

/** One run of an effect. */
export type Task = {
  /** What must be stored before `run`. It is written in the transaction that takes the lease of the outbox row. */
  readonly record?: JoinedWrite;
  /** Returns what else is written in the transaction that records the success. */
  run(): Promise<JoinedWrite | null>;
};

/**
 * Prepares a run of an effect, by reading only: another process may get the lease. Null if there is nothing to do. The
 * run must be safe to repeat. `cause` is the key of the outbox row.
 */
export type Effect = (subjectId: string, cause: string) => Promise<Task | null>;
