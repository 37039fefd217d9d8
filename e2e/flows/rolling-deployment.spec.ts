import { readdirSync } from 'node:fs';
import { type APIRequestContext, expect, test } from 'playwright/test';
import { migrateToNext } from '../../lib/testing/next-version';
import { startPostgresql } from '../../lib/testing/postgresql-server';
import { root } from '../../scripts/shared/run.mjs';
import { freePort } from '../../scripts/shared/serve.mjs';
import { placeOrder } from '../checkout-request';
import { type Environment, prepareDatabases, startArguments, waitUntilReady } from '../environment/second-server';
import { Sandbox } from '../sandbox';
import { isRunningShop, needsOwnServer } from '../shop-under-test';

// In this test, the build is release N-1. The migrations below belong to the releases N and N+1. See
// docs/architecture.md.

test.skip(isRunningShop, needsOwnServer);

const newest = readdirSync('prisma/shop/migrations')
  .filter((name) => /^\d{14}_/.test(name))
  .at(-1)
  ?.slice(0, 14);
const expanding = {
  name: `29991201000000_expand_from_${newest}_parcels`,
  sql: `ALTER TABLE "Order" ADD COLUMN "parcelNumber" TEXT;
    CREATE INDEX "Order_parcelNumber_idx" ON "Order"("parcelNumber");
    CREATE TABLE "Parcel" ("number" TEXT NOT NULL PRIMARY KEY, "orderId" TEXT NOT NULL);`,
};
const contracting = { name: '29991202000000_contract', sql: 'DROP TABLE "Parcel";' };

type Databases = { readonly env: Environment; remove(): Promise<void> };

async function openDatabases(kind: 'sqlite' | 'postgresql', port: number): Promise<Databases> {
  const server = kind === 'postgresql' ? await startPostgresql() : null;
  const variables = {
    SESSION_SECRET: 'pine needles in the morning light',
    ...(server && { DATABASE_URL: server.url }),
  };
  const { env, remove } = await prepareDatabases(port, variables, { seeded: true });
  const removeAll = async () => {
    await server?.stop();
    remove();
  };
  return { env, remove: removeAll };
}

async function buy(request: APIRequestContext): Promise<void> {
  const { invoiceReference, statusUrl } = await placeOrder(request, 'rye-crispbread');
  await new Sandbox(request).pay(invoiceReference);
  await expect.poll(async () => (await (await request.get(statusUrl)).json()).status, { timeout: 20_000 }).toBe('PAID');
}

for (const kind of ['sqlite', 'postgresql'] as const) {
  test(`a server keeps selling while ${kind} is migrated to the next release, and can be restarted afterwards`, async ({
    playwright,
  }) => {
    const port = await freePort();
    const { env, remove } = await openDatabases(kind, port);
    const url = env.DATABASE_URL ?? '';
    const start = () => waitUntilReady(startArguments(port), root, env, port);
    const request = await playwright.request.newContext({ baseURL: `http://127.0.0.1:${port}` });
    let server: Awaited<ReturnType<typeof start>> | null = null;
    try {
      server = await start();
      let isMigrated = false;
      const buyer = async () => {
        for (let after = 0; after < 2; after += isMigrated ? 1 : 0) await buy(request);
      };
      await buy(request);
      const buyers = Promise.all([buyer(), buyer(), buyer()]);
      // If the migration fails too, its error is the one to report.
      buyers.catch(() => {});
      await migrateToNext(url, expanding.name, expanding.sql);
      isMigrated = true;
      await buyers;
      await server.stop();

      server = await start();
      await buy(request);
      await server.stop();

      await migrateToNext(url, contracting.name, contracting.sql);
      await expect(start()).rejects.toThrow(`is newer than this code (${contracting.name})`);
    } finally {
      await request.dispose();
      await server?.stop();
      await remove();
    }
  });
}
