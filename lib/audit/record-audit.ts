import { now } from '../clock';
import type { Tx } from '../db/client';
import type { AuditField, AuditSubject } from './audit-fields';
import { type AuditValue, storeValue } from './audit-value';

/** Who made a change. Has the same fields as `Actor` in lib/orders/order-events.ts. */
type By = { readonly source: 'shop' | 'buyer' | 'merchant'; readonly name?: string | undefined };

export type AuditChange = {
  readonly field: AuditField;
  /** Which of several values has changed: a text's language. */
  readonly part?: string;
  readonly before: AuditValue;
  readonly after: AuditValue;
  readonly note?: string | null;
};

/** Appends changes to the audit list. Call it in the transaction that makes them. */
export async function recordAudit(
  tx: Tx,
  by: By,
  subject: { readonly kind: AuditSubject; readonly id: string },
  changes: readonly AuditChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const at = now();
  await tx.auditEntry.createMany({
    data: changes.map(({ field, part, before, after, note }) => ({
      ...{ at, source: by.source, actor: by.name ?? null, subject: subject.kind, subjectId: subject.id },
      ...{ field, part: part ?? null, before: storeValue(before), after: storeValue(after), note: note ?? null },
    })),
  });
}
