import { now } from '../clock';
import type { Tx } from '../db/client';

/** What may have to leave the shop on account of a payment. */
export type EffectKind = 'submit-receipt' | 'cancel-invoice' | 'refund-late-payment';

/** Writes an effect down in the transaction of its cause; the same effect of the same payment is written once. */
export async function enqueue(tx: Tx, kind: EffectKind, paymentId: string): Promise<void> {
  const key = `${kind}:${paymentId}`;
  const at = now();
  await tx.outbox.upsert({
    where: { key },
    create: { key, kind, subjectId: paymentId, createdAt: at, nextAt: at },
    update: {},
  });
}
