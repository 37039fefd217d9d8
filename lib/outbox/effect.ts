import type { Tx } from '../db/client';

/** What an effect writes in the transaction that records its success. */
export type Conclusion = { readonly scope: string; write(tx: Tx): Promise<unknown> };

/** An effect must be safe to repeat. `cause` is the key of its outbox row. */
export type Effect = (subjectId: string, cause: string) => Promise<Conclusion | null> | Promise<void>;
