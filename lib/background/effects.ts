import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { log } from '../log';
import { sendClosedNotice } from '../mail/send-closed-notice';
import { sendReceipt, sendRefundNotice, sendSentNotice, sendTransferInstructions } from '../mail/send-mails';
import { sendAttention, sendMoreAttention, sendNewOrder, sendNoInvoice } from '../mail/send-to-shop';
import type { Conclusion, Effect } from '../outbox/effect';
import type { MailEffect, SeqrEffect } from '../outbox/enqueue';
import { answerAcknowledgment } from '../payments/answer-acknowledgment';
import { cancelAbandonedInvoice } from '../payments/cancel-invoice';
import { finishChange } from '../payments/perform-change';
import { submitReceipt } from '../payments/submit-receipt';
import { processGlobal } from '../process-global';
import { refundHeldPayment, refundLatePayment } from '../refunds/refund-late-payment';
import { repeat } from '../repeat';
import { isStopping } from '../server-phase';
import { eachOf } from './each-of';
import { type Outcome, withLease } from './outbox-lease';

/** Two queues, so that a slow mail server never delays calls to SEQR. */
const queues = {
  seqr: {
    'answer-acknowledgment': answerAcknowledgment,
    'change-order': finishChange,
    'submit-receipt': submitReceipt,
    'cancel-invoice': cancelAbandonedInvoice,
    'refund-late-payment': refundLatePayment,
    'refund-held-payment': refundHeldPayment,
  } satisfies Record<SeqrEffect, Effect>,
  mail: {
    'mail-receipt': sendReceipt,
    'mail-transfer': sendTransferInstructions,
    'mail-sent': sendSentNotice,
    'mail-cancelled': sendClosedNotice,
    'mail-expired': sendClosedNotice,
    'mail-refund': sendRefundNotice,
    'mail-new-order': sendNewOrder,
    'mail-attention': sendAttention,
    'mail-attention-more': sendMoreAttention,
    'mail-no-invoice': sendNoInvoice,
  } satisfies Record<MailEffect, Effect>,
};

type Row = { id: number; key: string; kind: string; subjectId: string; attempts: number };

/**
 * How long a leased row waits after a crash. Short for SEQR: a call that cancels an invoice may reveal that it is paid,
 * and SEQR reverses a payment unless a status call follows within 20 s. Longer for mails, so that a process that only
 * stalled does not cause a second mail.
 */
const LEASE_SECONDS = { seqr: 10, mail: 30 };
const CONCURRENCY = 4;
const MAX_PAUSE_SECONDS = 600;

/** Runs the queue's due effects, four at a time. No two processes run the same effect concurrently. */
export async function workOutbox(queue: keyof typeof queues): Promise<void> {
  const effects = new Map<string, Effect>(Object.entries(queues[queue]));
  const due = await db().read.outbox.findMany({
    where: { nextAt: { lte: now() }, kind: { in: [...effects.keys()] } },
    orderBy: { nextAt: 'asc' },
    take: 50,
  });
  const work = async (row: (typeof due)[number]) => {
    const effect = effects.get(row.kind);
    if (effect) await withLease(row, LEASE_SECONDS[queue], () => carryOut(row, effect));
  };
  if (!isStopping()) await eachOf(due, CONCURRENCY, work, isStopping);
}

async function carryOut(row: Row, effect: Effect): Promise<Outcome> {
  const { failure, conclusion } = await attempt(row, effect);
  if (failure === null) return { change: { doneAt: now(), nextAt: null, failure }, conclusion };
  return { change: { nextAt: secondsAfter(now(), Math.min(2 ** row.attempts, MAX_PAUSE_SECONDS)), failure } };
}

type Attempted = { readonly failure: string | null; readonly conclusion: Conclusion | null };

async function attempt({ id, key, kind, subjectId }: Row, effect: Effect): Promise<Attempted> {
  try {
    return { failure: null, conclusion: (await effect(subjectId, key)) ?? null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.warn({ kind, outboxId: id, reason: message }, 'outbox: failed, will be retried');
    return { failure: message, conclusion: null };
  }
}

const PAUSE_MS = 500;

/** Sends due mails, independently of the watcher. Calling it again returns the running mailer. */
export function startMailer(): { stop(): Promise<void> } {
  return processGlobal('mailer', () => repeat(() => workOutbox('mail'), PAUSE_MS, 'mail'));
}
