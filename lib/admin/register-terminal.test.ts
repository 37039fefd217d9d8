import { afterAll, beforeAll, expect, it } from 'vitest';
import { db } from '../db/client';
import { seqr } from '../seqr/from-config';
import { signedIn } from '../testing/admin-session';
import { startRealSandbox } from '../testing/real-sandbox';
import { openShopDatabase } from '../testing/shop-database';
import { registerTerminal } from './register-terminal';

let sandbox: Awaited<ReturnType<typeof startRealSandbox>>;
let close: () => Promise<void>;
beforeAll(async () => {
  close = await openShopDatabase();
  sandbox = await startRealSandbox();
}, 60_000);
afterAll(async () => {
  seqr().close();
  await sandbox.stop();
  await close();
});

const till = { externalId: 'till-7', name: 'Kassa 7', password: 'secret' };
const entriesOf = (subjectId: string) => db().read.auditEntry.findMany({ where: { subjectId } });

it('returns SEQR’s id of the till and records it in the audit list', async () => {
  const registered = await registerTerminal(signedIn('Åsa'), till);
  expect(registered).toEqual({ ok: true, terminalId: expect.any(String) });
  const after = JSON.stringify(registered.ok && registered.terminalId);
  expect(await entriesOf('till-7')).toMatchObject([{ actor: 'Åsa', field: 'terminal', after }]);
}, 60_000);

it('returns the id even if the audit list cannot be written, because the till exists', async () => {
  const rename = (from: string, to: string) =>
    db().write((tx) => tx.$executeRawUnsafe(`ALTER TABLE "${from}" RENAME TO "${to}"`));
  await rename('AuditEntry', 'Gone');
  const registered = await registerTerminal(signedIn(), { ...till, externalId: 'till-8' });
  await rename('Gone', 'AuditEntry');
  expect(registered).toEqual({ ok: true, terminalId: expect.any(String) });
  expect(await entriesOf('till-8')).toEqual([]);
}, 60_000);
