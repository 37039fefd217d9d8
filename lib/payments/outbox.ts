import { now, secondsAfter } from '../clock';
import { db } from '../db/client';
import { log } from '../log';
import { cancelAbandonedInvoice } from './cancel-invoice';
import type { EffectKind } from './enqueue';
import { refundLatePayment } from './refund-late-payment';
import { submitReceipt } from './submit-receipt';

/** How each effect is carried out; each takes the payment's id and is safe to repeat. */
const effects: Record<EffectKind, (paymentId: string) => Promise<void>> = {
  'submit-receipt': submitReceipt,
  'cancel-invoice': cancelAbandonedInvoice,
  'refund-late-payment': refundLatePayment,
};

const LEASE_SECONDS = 30;
const MAX_PAUSE_SECONDS = 600;

/** Carries out what is due, one after the other. A row is leased by moving its time on, so a crash only delays it. */
export async function workOutbox(): Promise<void> {
  const due = await db().read.outbox.findMany({
    where: { nextAt: { lte: now() } },
    orderBy: { nextAt: 'asc' },
    take: 50,
  });
  for (const row of due) {
    const leased = await db().write((tx) =>
      tx.outbox.updateMany({
        where: { id: row.id, nextAt: row.nextAt },
        data: { nextAt: secondsAfter(now(), LEASE_SECONDS), attempts: { increment: 1 } },
      }),
    );
    if (leased.count === 1) await carryOut(row);
  }
}

async function carryOut(row: { id: number; kind: string; subjectId: string; attempts: number }): Promise<void> {
  const failure = await attempt(row);
  const pause = Math.min(2 ** row.attempts, MAX_PAUSE_SECONDS);
  const data =
    failure === null ? { doneAt: now(), nextAt: null, failure } : { nextAt: secondsAfter(now(), pause), failure };
  await db().write((tx) => tx.outbox.update({ where: { id: row.id }, data }));
}

async function attempt({ kind, subjectId }: { kind: string; subjectId: string }): Promise<string | null> {
  if (!Object.hasOwn(effects, kind)) return `no such effect: ${kind}`;
  try {
    await effects[kind as EffectKind](subjectId);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.warn({ kind, paymentId: subjectId, reason: message }, 'outbox: will be tried again');
    return message;
  }
}
