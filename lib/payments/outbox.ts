import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { eachOf } from '../each-of';
import { log } from '../log';
import { sendReceipt } from '../mail/send-receipt';
import { sendRefundNotice } from '../mail/send-refund-notice';
import { sendTransferInstructions } from '../mail/send-transfer-instructions';
import { answerAcknowledgment } from './answer-acknowledgment';
import { cancelAbandonedInvoice } from './cancel-invoice';
import type { MailEffect, SeqrEffect } from './enqueue';
import { finishChange } from './perform-change';
import { refundHeldPayment, refundLatePayment } from './refund-late-payment';
import { submitReceipt } from './submit-receipt';

/** Carries an effect out, and is safe to repeat. `cause` is the outbox row's key. */
type Effect = (subjectId: string, cause: string) => Promise<void>;

/** Two queues, so that a mail server that is slow never holds up what SEQR waits for. */
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
    'mail-refund': sendRefundNotice,
  } satisfies Record<MailEffect, Effect>,
};

type Row = { id: number; key: string; kind: string; subjectId: string; attempts: number };

const AT_ONCE = 4;
const LEASE_SECONDS = 30;
const MAX_PAUSE_SECONDS = 600;

/** Carries out what is due, a few at a time. A row is leased by moving its time on, so a crash only delays it. */
export async function workOutbox(queue: keyof typeof queues): Promise<void> {
  const effects = new Map<string, Effect>(Object.entries(queues[queue]));
  const due = await db().read.outbox.findMany({
    where: { nextAt: { lte: now() }, kind: { in: [...effects.keys()] } },
    orderBy: { nextAt: 'asc' },
    take: 50,
  });
  await eachOf(due, AT_ONCE, async (row) => {
    const leased = await db().write((tx) =>
      tx.outbox.updateMany({
        where: { id: row.id, nextAt: row.nextAt },
        data: { nextAt: secondsAfter(now(), LEASE_SECONDS), attempts: { increment: 1 } },
      }),
    );
    const effect = effects.get(row.kind);
    if (leased.count === 1 && effect) await carryOut(row, effect);
  });
}

async function carryOut(row: Row, effect: Effect): Promise<void> {
  const failure = await attempt(row, effect);
  const pause = Math.min(2 ** row.attempts, MAX_PAUSE_SECONDS);
  const data =
    failure === null ? { doneAt: now(), nextAt: null, failure } : { nextAt: secondsAfter(now(), pause), failure };
  await db().write((tx) => tx.outbox.update({ where: { id: row.id }, data }));
}

async function attempt({ id, key, kind, subjectId }: Row, effect: Effect): Promise<string | null> {
  try {
    await effect(subjectId, key);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.warn({ kind, outboxId: id, reason: message }, 'outbox: will be tried again');
    return message;
  }
}
