import { now, secondsAfter } from '../clock';
import type { Tx } from '../db/client';

/** What may have to be said to SEQR on account of a payment; its subject is the payment's id. */
export type SeqrEffect =
  | 'answer-acknowledgment'
  | 'change-order'
  | 'submit-receipt'
  | 'cancel-invoice'
  | 'refund-late-payment'
  | 'refund-held-payment';

/** Mails to the buyer; the subject is an order's id, for `mail-refund` a refund's. */
export type MailEffect = 'mail-receipt' | 'mail-transfer' | 'mail-refund';

export type EffectKind = SeqrEffect | MailEffect;

/**
 * Writes an effect down in the transaction of its cause; the same effect on the same subject is written once.
 * `delaySeconds`: not before so long. `occasion` tells a repetition that is wanted, such as a receipt that is sent again, from one that is not.
 */
export async function enqueue(
  tx: Tx,
  kind: EffectKind,
  subjectId: string,
  occasion?: string,
  delaySeconds = 0,
): Promise<void> {
  const key = [kind, subjectId, occasion].filter(Boolean).join(':');
  const at = now();
  await tx.outbox.upsert({
    where: { key },
    create: { key, kind, subjectId, createdAt: at, nextAt: secondsAfter(at, delaySeconds) },
    update: { key }, // changes nothing, in one statement: Prisma makes two of an empty update
  });
}
