import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, expectTypeOf, it } from 'vitest';
import { Prisma as Shop } from '../lib/db/generated/client';
import { Prisma as ShopOnPostgresql } from '../lib/db/postgresql/generated/client';
import { Prisma as Sandbox } from '../lib/sandbox/database/generated/client';
import { migrate } from '../lib/sqlite/migrate';
import { createPostgresqlDatabase } from '../lib/testing/postgresql-database';
import { postgresqlShape } from './postgresql-shape';
import { declaredShape, storedShape } from './schema-shape';

const folder = mkdtempSync(join(tmpdir(), 'schema-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([
  { name: 'shop', client: Shop },
  { name: 'sandbox', client: Sandbox },
])('the $name migrations', ({ name, client }) => {
  const declared = declaredShape(readFileSync(`prisma/${name}/schema.prisma`, 'utf8'));

  it('produce exactly the database in schema.prisma', () => {
    const path = join(folder, `${name}.db`);
    migrate(`file:${path}`, `prisma/${name}/migrations`);
    expect(existsSync(path)).toBe(true);
    expect(storedShape(path)).toEqual(declared);
  });

  // Compares the parser in schema-shape.ts with Prisma's own.
  it('are compared with a schema that has every model and field of the generated client', () => {
    const fieldsOf = (model: string): unknown => client[`${model}ScalarFieldEnum` as keyof typeof client];
    const models = Object.keys(client.ModelName);
    expect(Object.keys(declared)).toEqual(models);
    for (const model of models)
      expect(Object.keys(declared[model]?.columns ?? {})).toEqual(Object.keys(Object(fieldsOf(model))));
  });
});

describe('the shop migrations for PostgreSQL', () => {
  it('produce exactly the database in schema.prisma', async () => {
    const { url, remove } = await createPostgresqlDatabase();
    const declared = declaredShape(readFileSync('prisma/shop/postgresql/schema.prisma', 'utf8'));
    expect(await postgresqlShape(url)).toEqual(declared);
    expect(Object.keys(declared)).toEqual(Object.keys(ShopOnPostgresql.ModelName));
    await remove();
  });

  it('have, after the first one, the same names as the migrations for SQLite', () => {
    const namesIn = (folder: string) => readdirSync(folder).filter((name) => /^\d{14}_/.test(name));
    const [first = '', ...later] = namesIn('prisma/shop/postgresql/migrations').sort();
    const time = first.slice(0, 14);
    expect(later).toEqual(namesIn('prisma/shop/migrations').filter((name) => name.slice(0, 14) > time));
  });
});

type Sqlite = Shop.TypeMap['model'];
type Postgresql = ShopOnPostgresql.TypeMap['model'];
type Results<Models> = {
  [Name in keyof Models]: Models[Name] extends { operations: infer Operations }
    ? { [Key in keyof Operations]: Operations[Key] extends { result: infer Result } ? Result : never }
    : never;
};
type Arguments<Models> = {
  [Name in keyof Models]: Models[Name] extends {
    operations: {
      findMany: { args: { where?: infer Where; orderBy?: infer Order } };
      createMany: { args: { data: infer Created } };
      updateMany: { args: { data: infer Changed } };
    };
  }
    ? [Where, Order, Created, Changed]
    : never;
};

// The compiler makes this check. PostgreSQL's client has further options, such as `mode: 'insensitive'`, which code for
// both databases cannot use.
it('the Prisma clients of both databases have the same types', () => {
  expectTypeOf((results: Results<Sqlite>): Results<Postgresql> => results).toBeFunction();
  expectTypeOf((results: Results<Postgresql>): Results<Sqlite> => results).toBeFunction();
  expectTypeOf((given: Arguments<Sqlite>): Arguments<Postgresql> => given).toBeFunction();
});
