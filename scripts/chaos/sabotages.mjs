// What is wrong with the shop in each sabotage: the text that is replaced, and by what. The build checks the types.

export const sabotages = {
  /** A check, then a slow call, then the write on what was read before the call. */
  'skip-compare-and-swap': [
    {
      file: 'lib/payments/move-payment.ts',
      replace: 'where: { id, state: from },',
      by: 'where: { id },',
    },
    {
      file: 'lib/payments/sync-payment.ts',
      replace: 'applyStatus(paymentId, status,',
      by: 'applyStatus(payment as unknown as string, status,',
    },
    {
      file: 'lib/payments/apply-status.ts',
      replace: `const row = await tx.payment.findUniqueOrThrow({
      where: { id: paymentId },
      include: { order: { select: { state: true, total: true } } },
    });`,
      by: `const read = paymentId as unknown as Row;
    const where = { id: read.orderId };
    const row = { ...read, order: await tx.order.findUniqueOrThrow({ where, select: { state: true, total: true } }) };`,
    },
  ],
  /** What must leave the shop is done after the transaction, from memory, once. */
  'skip-outbox': [
    {
      file: 'lib/payments/enqueue.ts',
      replace: `  await tx.outbox.upsert({
    where: { key },
    create: { key, kind, subjectId, createdAt: at, nextAt: secondsAfter(at, delaySeconds) },
    update: { key }, // changes nothing, in one statement: Prisma makes two of an empty update
  });`,
      by: `  const { carryOutNow } = await import('./outbox');
  setTimeout(() => void carryOutNow(kind, subjectId, key), 50, tx, secondsAfter(at, delaySeconds));`,
    },
    {
      file: 'lib/payments/outbox.ts',
      replace: 'type Row = {',
      by: `export async function carryOutNow(kind: EffectKind, subjectId: string, key: string): Promise<void> {
  const effects: Record<EffectKind, Effect> = { ...queues.seqr, ...queues.mail };
  await effects[kind](subjectId, key).catch(() => {});
}

type Row = {`,
    },
    {
      file: 'lib/payments/outbox.ts',
      replace: "import type { MailEffect, SeqrEffect } from './enqueue';",
      by: "import type { EffectKind, MailEffect, SeqrEffect } from './enqueue';",
    },
  ],
  /** Only notifications and pages ask SEQR about a payment. */
  'drop-watcher': [
    {
      file: 'lib/payments/watcher.ts',
      replace: '[checkPayments, ...otherParts].map(',
      by: 'otherParts.map(',
    },
  ],
};
