/**
 * Returns the statements of a migration that may break older code; empty if the migration only expands the schema.
 * Older code inserts without the new columns and reads the old ones. Names in `sql` are quoted with `"`, as Prisma
 * writes them.
 */
export function listBreakingStatements(sql: string): string[] {
  const statements = sql
    .replaceAll(/--.*$/gm, '')
    .split(/;\s*(?:\n|$)/)
    .map((statement) => statement.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean);
  const created = statements.flatMap((statement) => /^CREATE TABLE "(\w+)"/i.exec(statement)?.[1] ?? []);
  const nullable = statements.flatMap((statement) => {
    const [, table, column] =
      /^ALTER TABLE "(\w+)" ADD COLUMN "(\w+)"(?!.* (?:NOT NULL|DEFAULT)\b)/i.exec(statement) ?? [];
    return table && column ? [`"${table}"("${column}")`] : [];
  });
  const loosened = listLoosenedTriggers(statements, created);
  return statements.filter((statement) => {
    const trigger = /^(?:DROP|CREATE) TRIGGER "(\w+)"/i.exec(statement)?.[1];
    if (trigger !== undefined && loosened.includes(trigger)) return false;
    // Older code leaves a new column empty, and a unique index allows any number of empty values.
    const unique = /^CREATE UNIQUE INDEX .* ON ("\w+"\("\w+"\))$/i.exec(statement)?.[1];
    if (unique !== undefined && nullable.includes(unique)) return false;
    const table = /^(?:ALTER TABLE|INSERT INTO|CREATE (?:UNIQUE )?INDEX .* ON|CREATE TRIGGER [^;]*? ON) "(\w+)"/i.exec(
      statement,
    )?.[1];
    return !(table !== undefined && created.includes(table)) && !isHarmless(statement);
  });
}

/**
 * Triggers that the migration replaces with variants that refuse nothing while a new table has a row. Older code never
 * writes to that table, so nothing changes for older code. On PostgreSQL, the condition is in the trigger's new function.
 */
function listLoosenedTriggers(statements: readonly string[], created: readonly string[]): string[] {
  const isConditional = (text: string) => created.includes(/\bEXISTS \(SELECT 1 FROM "(\w+)"\)/i.exec(text)?.[1] ?? '');
  const functions = statements.flatMap((statement) => {
    const name = /^CREATE FUNCTION "(\w+)"\(\)/i.exec(statement)?.[1];
    return name !== undefined && isConditional(statement) ? [name] : [];
  });
  const dropped = statements.flatMap((statement) => /^DROP TRIGGER "(\w+)"/i.exec(statement)?.[1] ?? []);
  return dropped.filter((name) => {
    const again = statements.find((statement) => statement.startsWith(`CREATE TRIGGER "${name}"`)) ?? '';
    const called = /EXECUTE FUNCTION "(\w+)"\(\)$/i.exec(again)?.[1];
    return called === undefined ? isConditional(again) : functions.includes(called);
  });
}

/** An index that needs an extension, and is left out where the extension cannot be created. */
const optionalIndex =
  /^DO \$\$ BEGIN CREATE EXTENSION IF NOT EXISTS \w+; CREATE INDEX [^;]*; EXCEPTION WHEN OTHERS THEN NULL; END \$\$$/i;

function isHarmless(statement: string): boolean {
  if (optionalIndex.test(statement)) return true;
  if (
    /^(CREATE TABLE|CREATE VIRTUAL TABLE|CREATE INDEX|CREATE TYPE|CREATE FUNCTION|ALTER TYPE "\w+" ADD VALUE)/i.test(
      statement,
    )
  )
    return true;
  if (!/^ALTER TABLE "\w+" ADD COLUMN "\w+"/i.test(statement)) return false;
  return (
    !/ (UNIQUE|CHECK|GENERATED)\b/i.test(statement) && (!/ NOT NULL/i.test(statement) || / DEFAULT /i.test(statement))
  );
}
