import { now, secondsAfter } from '../clock';
import { afterCommit } from '../db/after-commit';
import type { Tx } from '../db/client';
import { insertOutbox } from '../db/statements/insert-outbox';
import { noteNewEffects } from './new-effects';

/** Calls to SEQR that follow from a payment. The subject is the payment's id; for `change-order`, the order's id. */
export type SeqrEffect =
  | 'answer-acknowledgment'
  | 'change-order'
  | 'submit-receipt'
  | 'cancel-invoice'
  | 'refund-late-payment'
  | 'refund-held-payment';

/** Mails to the buyer. The subject is the order's id; for `mail-refund`, the refund's id. */
type BuyerMail = 'mail-receipt' | 'mail-transfer' | 'mail-sent' | 'mail-cancelled' | 'mail-expired' | 'mail-refund';

/**
 * Mails to the shop. The subject is the order's id; for `mail-attention`, an incident's or refund's id; for
 * `mail-attention-more`, an hour; for `mail-no-invoice`, a day.
 */
type ShopMail = 'mail-new-order' | 'mail-attention' | 'mail-attention-more' | 'mail-no-invoice';

export type MailEffect = BuyerMail | ShopMail;

export type EffectKind = SeqrEffect | MailEffect;

/**
 * Queues an effect in the transaction of its cause. The same effect on the same subject is queued once, unless
 * `occasion` differs, as when a receipt is sent again on request. It runs after `delaySeconds` at the earliest.
 */
export async function enqueue(
  tx: Tx,
  kind: EffectKind,
  subjectId: string,
  occasion?: string,
  delaySeconds = 0,
): Promise<void> {
  await enqueueAll(tx, [{ kind, subjectId, occasion, delaySeconds }]);
}

type NewEffect = {
  readonly kind: EffectKind;
  readonly subjectId: string;
  readonly occasion?: string | undefined;
  readonly delaySeconds?: number;
};

/** Queues several effects of one cause in one statement. */
export async function enqueueAll(tx: Tx, effects: readonly NewEffect[]): Promise<void> {
  const createdAt = now();
  const rows = effects.map(({ kind, subjectId, occasion, delaySeconds = 0 }) => {
    const key = [kind, subjectId, occasion].filter(Boolean).join(':');
    return { key, kind, subjectId, createdAt, nextAt: secondsAfter(createdAt, delaySeconds) };
  });
  await insertOutbox(tx, rows);
  afterCommit(noteNewEffects);
}
