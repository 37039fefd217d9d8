import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oldestSupported } from '../lib/schema-version';
import { listBreakingStatements } from './expand-only';

it.each([
  'CREATE TABLE "Jar" ("id" TEXT NOT NULL PRIMARY KEY);\nCREATE UNIQUE INDEX "Jar_id" ON "Jar"("id");\nINSERT INTO "Jar" VALUES (\'a\');',
  '-- A comment; with a semicolon\nALTER TABLE "Jar" ADD COLUMN "lid" TEXT;\n',
  'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT NOT NULL DEFAULT \'cork\';',
  'CREATE TABLE "Jar" ("id" TEXT);\nCREATE TRIGGER "Jar_kept" BEFORE DELETE ON "Jar" BEGIN SELECT 1; END;',
  'CREATE INDEX "Jar_lid" ON "Jar"("lid");',
  'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT;\nCREATE UNIQUE INDEX "Jar_lid" ON "Jar"("lid");',
  'CREATE VIRTUAL TABLE "jars" USING fts5("lid");',
  'CREATE TABLE "Key" ("id" TEXT);\nDROP TRIGGER "shut";\nCREATE TRIGGER "shut" BEFORE DELETE ON "Jar" WHEN NOT EXISTS (SELECT 1 FROM "Key") BEGIN SELECT 1; END;',
  'CREATE TABLE "Key" ("id" TEXT);\nCREATE FUNCTION "f"() RETURNS trigger AS $$ BEGIN IF EXISTS (SELECT 1 FROM "Key") THEN RETURN OLD; END IF; END $$;\nDROP TRIGGER "shut" ON "Jar";\nCREATE TRIGGER "shut" BEFORE DELETE ON "Jar" EXECUTE FUNCTION "f"();',
  'DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS cork; CREATE INDEX "Jar_lid" ON "Jar"("lid"); EXCEPTION WHEN OTHERS THEN NULL; END $$;',
])('“%s” only expands the schema', (sql) => {
  expect(listBreakingStatements(sql)).toEqual([]);
});

it.each([
  'DROP TABLE "Jar"',
  'ALTER TABLE "Jar" DROP COLUMN "lid"',
  'ALTER TABLE "Jar" RENAME COLUMN "lid" TO "top"',
  'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT NOT NULL',
  'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT CHECK ("lid" > 0)',
  'ALTER TABLE "Jar" ALTER COLUMN "lid" SET NOT NULL',
  'CREATE UNIQUE INDEX "Jar_lid" ON "Jar"("lid")',
  'DROP TRIGGER "shut"',
  'DROP TRIGGER "shut" ON "Jar"',
  'CREATE TRIGGER "no_lid" BEFORE UPDATE ON "Jar" BEGIN SELECT 1; END',
  'UPDATE "Jar" SET "lid" = \'\'',
  'DO $$ BEGIN DROP TABLE "Jar"; END $$',
])('“%s” may break older code', (statement) => {
  expect(listBreakingStatements(`CREATE TABLE "Shelf" ("id" TEXT);\n${statement};\n`)).toEqual([statement]);
});

it.each([
  'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT NOT NULL DEFAULT \'\'',
  'ALTER TABLE "Jar" ADD COLUMN "lid" TEXT DEFAULT \'\'',
  'ALTER TABLE "Jar" ADD COLUMN "top" TEXT',
  'ALTER TABLE "Shelf" ADD COLUMN "lid" TEXT',
])('a unique index may break older code after “%s”', (added) => {
  const index = 'CREATE UNIQUE INDEX "Jar_lid" ON "Jar"("lid")';
  expect(listBreakingStatements(`${added};\n${index};\n`)).toEqual([index]);
});

/** `20260201000000_lid` is a migration's folder. */
const listMigrations = (folder: string) => readdirSync(join('prisma', folder)).filter((name) => !name.includes('.'));
const folders = readdirSync('prisma', { recursive: true, encoding: 'utf8' }).filter((path) => /migrations$/.test(path));

const times = folders.flatMap(listMigrations).map((name) => name.slice(0, 14));

describe.each(folders)('in %s', (folder) => {
  const names = listMigrations(folder);
  const expanding = names.filter((name) => name.includes('expand'));

  it('a migration with “expand” in its name only expands the schema', () => {
    expect(names.length).toBeGreaterThan(0);
    for (const name of expanding) {
      const sql = readFileSync(join('prisma', folder, name, 'migration.sql'), 'utf8');
      expect([name, listBreakingStatements(sql)]).toEqual([name, []]);
    }
  });

  it('the oldest version that an “expand” migration supports exists', () => {
    for (const name of expanding) expect(times, name).toContain(oldestSupported(name));
  });
});
