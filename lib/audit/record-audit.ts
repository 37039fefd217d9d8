import { now } from '../clock';
import type { Tx } from '../db/client';
import { insertRows } from '../db/insert-rows';
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

type Subject = { readonly kind: AuditSubject; readonly id: string };

/** Appends changes to the audit list. Call it in the transaction that makes them. */
export async function recordAudit(tx: Tx, by: By, subject: Subject, changes: readonly AuditChange[]): Promise<void> {
  await recordAudits(tx, by, [{ subject, changes }]);
}

/** Appends the changes of many subjects, with few statements. */
export async function recordAudits(
  tx: Tx,
  by: By,
  all: readonly { readonly subject: Subject; readonly changes: readonly AuditChange[] }[],
): Promise<void> {
  await insertRows(
    tx,
    'AuditEntry',
    all.flatMap(({ subject, changes }) => entriesOf(by, subject, changes)),
  );
}

function entriesOf(by: By, subject: Subject, changes: readonly AuditChange[]) {
  const at = now();
  return changes.map(({ field, part, before, after, note }) => ({
    ...{ at, source: by.source, actor: by.name ?? null, subject: subject.kind, subjectId: subject.id },
    ...{ field, part: part ?? null, before: storeValue(before), after: storeValue(after), note: note ?? null },
  }));
}
