import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POST as notify } from '../../app/api/seqr/notifications/route';
import { certify } from '../../lib/certification/certify';
import { sandboxPayer } from '../../lib/certification/payer';
import type { Tamper } from '../../lib/certification/probe';
import type { RunKind, RunView } from '../../lib/certification/run-view';
import { type Shop, theShop } from '../../lib/certification/shop';
import type { Limits } from '../../lib/certification/test';
import { db } from '../../lib/db/client';
import { money } from '../../lib/money';
import { movePayment } from '../../lib/payments/move-payment';
import { noteNotifications } from '../../lib/payments/schedule';
import { forgetGlobal } from '../../lib/process-global';
import { seqr } from '../../lib/seqr/from-config';
import { signedIn } from '../../lib/testing/admin-session';
import { configure } from '../../lib/testing/configure';
import { addProducts, useShopDatabase } from '../../lib/testing/shop-database';
import { startOwnSandbox } from './own-sandbox';

let closeDatabase: () => Promise<void>;
let sandbox: Awaited<ReturnType<typeof startOwnSandbox>>;
const folder = mkdtempSync(join(tmpdir(), 'certification-'));

beforeAll(async () => {
  closeDatabase = useShopDatabase();
  sandbox = await startOwnSandbox(folder);
  await addProducts([
    { slug: 'mug', price: 149_00, vatRate: 25, stock: 1000 },
    { slug: 'jam', price: 56_50, vatRate: 12, stock: 1000 },
    { slug: 'book', price: 219_00, vatRate: 6, stock: 1000 },
  ]);
}, 60_000);
afterAll(async () => {
  seqr().close();
  await sandbox.stop();
  await closeDatabase();
  rmSync(folder, { recursive: true, force: true });
});

type Broken = { shop?: (shop: Shop) => Partial<Shop>; tamper?: Tamper; limits?: Partial<Limits>; kind?: RunKind };

async function run({ shop: breakShop, tamper, limits, kind = 'webshop' }: Broken = {}): Promise<RunView> {
  configure({ SEQR_WSDL_URL: `${sandbox.origin}/soap/merchant/cashregister-2?wsdl` });
  forgetGlobal('watcher');
  noteNotifications(false);
  const shop = theShop(signedIn(), notify);
  return certify({
    id: randomUUID(),
    kind,
    actor: 'Test',
    shop: { ...shop, ...breakShop?.(shop) },
    payer: sandboxPayer(sandbox.origin, undefined),
    listenOn: { host: '127.0.0.1', port: 0 },
    limits: { patienceSeconds: 3, ...limits },
    ...(tamper ? { tamper } : {}),
    onChange: () => {},
  });
}

const failuresOf = ({ tests }: RunView) =>
  tests.filter(({ verdict }) => verdict === 'failed').map(({ id, sentence }) => `${id} ${sentence}`);

it('certifies this shop', async () => {
  const result = await run();
  expect(failuresOf(result)).toEqual([]);
  console.log(result.tests.map(t => `${t.id} ${t.verdict} ${t.ms} ${t.title} | ${t.facts.join(' / ')} ${t.sentence ?? ''}`).join('\n'));
});
it('certifies tills', async () => {
  const result = await run({ kind: 'pos' });
  expect(failuresOf(result)).toEqual([]);
  console.log(result.tests.map(t => `${t.id} ${t.verdict} ${t.ms} ${t.title} | ${t.facts.join(' / ')} ${t.sentence ?? ''}`).join('\n'));
});
