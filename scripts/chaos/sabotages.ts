// The patches of each sabotage: the text to replace, and its replacement. The build checks the types.

export type Patch = { readonly file: string; readonly replace: string; readonly by: string };

export const sabotages: Readonly<Record<string, readonly Patch[]>> = {
  /** A check, then a slow call, then a write based on what was read before the call. */
  'skip-compare-and-swap': [
    {
      file: 'lib/payments/move-payment.ts',
      replace: "updateRows(tx, 'Payment', { id, state: from }",
      by: "updateRows(tx, 'Payment', { id }",
    },
    {
      file: 'lib/payments/apply-status.ts',
      replace: 'const row = await readAttempt(tx, payment.id, ersReferenceOf(status));',
      by: `const stored = await readAttempt(tx, payment.id, ersReferenceOf(status));
    const row = { ...stored, ...(payment as unknown as Row) };`,
    },
  ],
  /** Side effects run after the transaction, from memory, once. */
  'skip-outbox': [
    {
      file: 'lib/outbox/enqueue.ts',
      replace: '  await insertOutbox(tx, rows);',
      by: `  const { carryOutNow } = await import('../background/effects');
  for (const { kind, subjectId, key } of rows)
    setTimeout(() => void carryOutNow(kind, subjectId, key), 50, tx, insertOutbox);`,
    },
    {
      file: 'lib/background/effects.ts',
      replace: 'type Row = {',
      by: `export async function carryOutNow(kind: EffectKind, subjectId: string, key: string): Promise<void> {
  const effects: Record<EffectKind, Effect> = { ...queues.seqr, ...queues.mail };
  const task = await effects[kind](subjectId, key).catch(() => null);
  const { record } = task ?? {};
  if (record) await db().write((tx) => record.write(tx), record.scopes);
  const conclusion = (await task?.run().catch(() => null)) ?? null;
  if (conclusion) await db().write((tx) => conclusion.write(tx), conclusion.scopes);
}

type Row = {`,
    },
    {
      file: 'lib/background/effects.ts',
      replace: "import type { MailEffect, SeqrEffect } from '../outbox/enqueue';",
      by: "import type { EffectKind, MailEffect, SeqrEffect } from '../outbox/enqueue';",
    },
  ],
  /** Only notifications and pages query SEQR about a payment. */
  'drop-watcher': [
    {
      file: 'lib/background/payment-watcher.ts',
      replace: "const checks = repeat(checkPayments, TICK_MS, 'watcher');",
      by: 'const checks = { stop: async () => void checkPayments };',
    },
  ],
};
