import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { listAttention } from '../admin/list-attention';
import { db } from '../db/client';
import { forgetGlobal } from '../process-global';
import { renewSeqr } from '../seqr/from-config';
import { sharedSignals } from '../signals/signals';
import { signedIn } from '../testing/admin-session';
import { configure } from '../testing/configure';
import { type ScriptedSeqr, startScriptedSeqr } from '../testing/scripted-seqr';
import { openShopDatabase } from '../testing/shop-database';
import { checkHealth, watchWrites } from './check-health';

let service: ScriptedSeqr;
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openShopDatabase();
});
afterAll(() => close());
beforeEach(async () => {
  service = await startScriptedSeqr();
  configure({ SEQR_WSDL_URL: `${service.endpoint}?wsdl` });
  watchWrites('database', db());
});
afterEach(async () => {
  renewSeqr();
  await service.close();
});

it('is ok while the databases accept writes, and names the failing one', async () => {
  expect(await checkHealth()).toEqual({
    status: 'ok',
    role: 'all',
    server: 'ok',
    database: 'ok',
    sandbox: 'unused',
    seqr: 'ok',
    worker: 'unused',
  });
  watchWrites('database', {
    ...db(),
    write: (run) =>
      db().write(async (tx) => {
        if (process.env.TEST_DATABASE === 'postgresql') {
          await tx.$executeRawUnsafe('SET TRANSACTION READ ONLY');
          return run(tx);
        }
        await tx.$queryRawUnsafe('PRAGMA query_only = 1');
        return run(tx).finally(() => tx.$queryRawUnsafe('PRAGMA query_only = 0'));
      }),
  });
  expect(await checkHealth()).toEqual({
    status: 'failing',
    role: 'all',
    server: 'ok',
    database: 'read-only',
    sandbox: 'unused',
    seqr: 'ok',
    worker: 'unused',
  });
});

it('names SEQR if it does not respond', async () => {
  await service.close();
  expect(await checkHealth()).toEqual({
    status: 'failing',
    role: 'all',
    server: 'ok',
    database: 'ok',
    sandbox: 'unused',
    seqr: 'failing',
    worker: 'unused',
  });
});

it('names a missing worker in a web process, stays ok, and lists it in the back office', async () => {
  configure({ SHOP_ROLE: 'web' });
  expect(await checkHealth()).toMatchObject({ status: 'ok', worker: 'ok' });
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  await sharedSignals()?.refresh();
  vi.advanceTimersByTime(60_000);
  expect(await checkHealth()).toMatchObject({ status: 'ok', role: 'web', worker: 'missing' });
  expect(await listAttention(signedIn())).toMatchObject([{ kind: 'worker-missing', order: null }]);
  vi.useRealTimers();
  forgetGlobal('shared-signals');
});

it('says which role the process has', async () => {
  configure({ SHOP_ROLE: 'worker', PUBLIC_URL: 'https://shop.example' });
  expect((await checkHealth()).role).toBe('worker');
});
