import { monotonicMs, now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { log } from '../log';
import { prepareClosedNotice } from '../mail/prepare-closed-notice';
import {
  prepareReceipt,
  prepareRefundNotice,
  prepareSentNotice,
  prepareTransferInstructions,
} from '../mail/prepare-mails';
import { prepareAttention, prepareMoreAttention, prepareNewOrder, prepareNoInvoice } from '../mail/prepare-shop-mails';
import type { Effect, JoinedWrite, Task } from '../outbox/effect';
import type { MailEffect, SeqrEffect } from '../outbox/enqueue';
import { takeNewEffects } from '../outbox/new-effects';
import { answerAcknowledgment } from '../payments/answer-acknowledgment';
import { cancelAbandonedInvoice } from '../payments/cancel-invoice';
import { finishChange } from '../payments/perform-change';
import { submitReceipt } from '../payments/submit-receipt';
import { processGlobal } from '../process-global';
import { refundHeldPayment, refundLatePayment } from '../refunds/refund-late-payment';
import { repeat } from '../repeat';
import { isStopping } from '../server-phase';
import { type Outcome, requestLeases, withLease } from './outbox-lease';

/** An effect that stores nothing before it begins. */
function calling(call: (subjectId: string, cause: string) => Promise<void>): Effect {
  return async (subjectId, cause) => ({
    run: async () => {
      await call(subjectId, cause);
      return null;
    },
  });
}

/** Two queues, so that a slow mail server never delays calls to SEQR. */
const queues = {
  seqr: {
    'answer-acknowledgment': calling(answerAcknowledgment),
    'change-order': calling(finishChange),
    'submit-receipt': calling(submitReceipt),
    'cancel-invoice': calling(cancelAbandonedInvoice),
    'refund-late-payment': calling(refundLatePayment),
    'refund-held-payment': calling(refundHeldPayment),
  } satisfies Record<SeqrEffect, Effect>,
  mail: {
    'mail-receipt': prepareReceipt,
    'mail-transfer': prepareTransferInstructions,
    'mail-sent': prepareSentNotice,
    'mail-cancelled': prepareClosedNotice,
    'mail-expired': prepareClosedNotice,
    'mail-refund': prepareRefundNotice,
    'mail-new-order': prepareNewOrder,
    'mail-attention': prepareAttention,
    'mail-attention-more': prepareMoreAttention,
    'mail-no-invoice': prepareNoInvoice,
  } satisfies Record<MailEffect, Effect>,
};

type QueueName = keyof typeof queues;
const queueNames: readonly QueueName[] = ['seqr', 'mail'];
type Row = {
  readonly id: number;
  readonly key: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly nextAt: Date | null;
  readonly attempts: number;
};

/**
 * How long a leased row waits after a crash. Short for SEQR: a call that cancels an invoice may reveal that it is paid,
 * and SEQR reverses a payment unless a status call follows within 20 s. Longer for mails, so that a process that only
 * stalled does not cause a second mail.
 */
const LEASE_SECONDS = { seqr: 10, mail: 30 };
const CONCURRENCY = 4;
/** The most effects that a round looks for. */
const MAX_FOUND = 50;
const MAX_PAUSE_SECONDS = 600;

/**
 * Runs the queue's due effects, four at a time, and returns whether there may be more. No two processes run the same
 * effect concurrently.
 */
export async function workOutbox(queue: QueueName): Promise<boolean> {
  const effects = new Map<string, Effect>(Object.entries(queues[queue]));
  const lanes = new Set<Promise<void>>();
  const stored: Promise<unknown>[] = [];
  const failures: unknown[] = [];
  let mayHaveMore = false;
  const start = async (rows: readonly Row[]) => {
    const tasks = await Promise.all(rows.map((row) => prepare(row, effects.get(row.kind))));
    // Without `await`, so that the leases share a commit.
    for (const [n, row] of rows.entries()) {
      let free = () => {};
      const lane = new Promise<void>((resolve) => {
        free = resolve;
      }).then(() => void lanes.delete(lane));
      lanes.add(lane);
      const work = carryOut(row, tasks[n] ?? null, LEASE_SECONDS[queue], free);
      stored.push(work.catch((error: unknown) => failures.push(error)).finally(free));
    }
  };
  const waiting = await requestLeases(async () => {
    const due = await findDue([...effects.keys()]);
    mayHaveMore = due.length === MAX_FOUND;
    if (!isStopping()) await start(due.splice(0, CONCURRENCY));
    return due;
  });
  while (waiting.length > 0) {
    if (lanes.size === CONCURRENCY) await Promise.race(lanes);
    if (failures.length > 0 || isStopping()) break;
    await requestLeases(() => start(waiting.splice(0, CONCURRENCY - lanes.size)));
  }
  await Promise.all(stored);
  if (failures.length > 0) throw failures[0];
  return mayHaveMore;
}

function findDue(kinds: string[]): Promise<Row[]> {
  return db().read.outbox.findMany({
    where: { nextAt: { lte: now() }, kind: { in: kinds } },
    orderBy: { nextAt: 'asc' },
    take: MAX_FOUND,
    select: { id: true, key: true, kind: true, subjectId: true, nextAt: true, attempts: true },
  });
}

/** If the preparation fails, so does the run. */
async function prepare({ subjectId, key }: Row, effect?: Effect): Promise<Task | null> {
  if (!effect) return null;
  return effect(subjectId, key).catch((error: unknown) => ({ run: () => Promise.reject(error) }));
}

/** Calls `end` when the run has ended. The outcome may be stored a little later, together with others. */
function carryOut(row: Row, task: Task | null, seconds: number, end: () => void): Promise<void> {
  const run = async (recordFailure: unknown) => {
    if (recordFailure !== null) throw recordFailure;
    return (await task?.run()) ?? null;
  };
  const work = (recordFailure: unknown) => attempt(row, () => run(recordFailure)).finally(end);
  return withLease(row, seconds, work, task?.record);
}

async function attempt({ id, kind, attempts }: Row, run: () => Promise<JoinedWrite | null>): Promise<Outcome> {
  try {
    const conclusion = await run();
    return { change: { doneAt: now(), nextAt: null, failure: null }, conclusion };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    log.warn({ kind, outboxId: id, reason: failure }, 'outbox: failed, will be retried');
    return { change: { nextAt: secondsAfter(now(), Math.min(2 ** attempts, MAX_PAUSE_SECONDS)), failure } };
  }
}

const TICK_MS = 250;
/** Finds effects that another process queued, and delayed ones that are now due. */
const POLL_MS = 1_000;

/**
 * Runs due effects continuously. A queue looks for them within 250 ms after this process queued one or its last round left
 * some, and otherwise once a second. A round in progress delays only its own queue. If both are idle, they begin together, so
 * that their leases share a commit. Calling it again returns the running loop.
 */
export function startOutbox(): { stop(): Promise<void> } {
  return processGlobal('outbox', () => {
    const rounds = new Map<QueueName, Promise<void>>();
    /** Queues to work through. Each starts at the next tick, or after its round in progress has ended. */
    const due = new Set<QueueName>();
    let nextPoll = 0;
    const begin = (queue: QueueName) => {
      due.delete(queue);
      const round = workOutbox(queue)
        .then((mayHaveMore) => mayHaveMore && void due.add(queue))
        .catch((error: unknown) => log.error({ err: error, queue }, 'outbox: a round failed, will be retried'))
        .then(() => void rounds.delete(queue));
      rounds.set(queue, round);
    };
    const tick = async () => {
      if (takeNewEffects() || monotonicMs() >= nextPoll) {
        nextPoll = monotonicMs() + POLL_MS;
        for (const queue of queueNames) due.add(queue);
      }
      for (const queue of due) if (!rounds.has(queue)) begin(queue);
    };
    const loop = repeat(tick, TICK_MS, 'outbox');
    return {
      stop: async () => {
        await loop.stop();
        await Promise.all(rounds.values());
      },
    };
  });
}
