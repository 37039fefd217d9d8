import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Prisma as Shop } from '../lib/db/generated/client';
import { Prisma as Sandbox } from '../lib/sandbox/database/generated/client';
import { migrate } from '../lib/sqlite/migrate';
import { declaredShape, storedShape } from './schema-shape';

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  { name: 'shop', client: Shop },
  { name: 'sandbox', client: Sandbox },
])('the migrations of the $name', ({ name, client }) => {
  const declared = declaredShape(readFileSync(`prisma/${name}/schema.prisma`, 'utf8'));

  it('lead to exactly the database that its schema.prisma describes', () => {
    const path = join(folder, `${name}.db`);
    migrate(`file:${path}`, `prisma/${name}/migrations`);
    expect(existsSync(path)).toBe(true);
    expect(storedShape(path)).toEqual(declared);
  });

  // Holds the reading of schema.prisma above against Prisma's own.
  it('are compared in every model and field that the generated client knows', () => {
    const fieldsOf = (model: string): unknown => client[`${model}ScalarFieldEnum` as keyof typeof client];
    const models = Object.keys(client.ModelName);
    expect(Object.keys(declared)).toEqual(models);
    for (const model of models)
      expect(Object.keys(declared[model]?.columns ?? {})).toEqual(Object.keys(Object(fieldsOf(model))));
  });
});
