// Runs SEQR's certification against the shop's own functions and the configured service, and writes its reports to
// .data/certification/. Ends with 0 when every test passed, 1 when one failed, 2 when it could not begin.
import './environment.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { POST as notify } from '../app/api/seqr/notifications/route';
import { startSession } from '../lib/admin/session';
import { certify } from '../lib/certification/certify';
import { isSandbox, sandboxPayer } from '../lib/certification/payer';
import {
  certificationFolder,
  currentRun,
  interrupted,
  newRunId,
  reportFiles,
  saveRun,
  takePlace,
} from '../lib/certification/run-store';
import type { RunKind, RunView } from '../lib/certification/run-view';
import { theShop } from '../lib/certification/shop';
import { now } from '../lib/clock';
import { config } from '../lib/config';
import { db } from '../lib/db/client';
import { forgetGlobal } from '../lib/process-global';
import { seqr } from '../lib/seqr/from-config';
import { migrate } from '../lib/sqlite/migrate';
import { catalogue } from '../prisma/shop/seed/catalogue';
import { seedCatalogue } from '../prisma/shop/seed/seed-catalogue';
import { startOwnSandbox } from './certify/own-sandbox';
import { showProgress } from './certify/show-progress';
import './ending.mjs';

const usage = `npm run certify                     certifies the webshop
npm run certify -- --pos            certifies a till: a new terminal, registered first and retired last
Against a service that is no sandbox:
  --port 4000                       where SEQR's notifications are taken
  --public-url https://…            the address under which SEQR reaches that port`;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
// Kept connections and Prisma's timers must not hold the terminal.
process.exit();

async function main(): Promise<number> {
  const options = readOptions();
  if (options === null) {
    console.error(usage);
    return 2;
  }
  const kind: RunKind = options.pos ? 'pos' : 'webshop';
  const actor = options.actor ?? 'npm run certify';
  const folder = certificationFolder();
  const id = options.id ?? newRunId(kind);
  const free = takePlace(folder, id);
  if (!free) {
    console.error(`\n  Another certification is being made (${currentRun(folder)}). One at a time.\n`);
    return 2;
  }
  const work = join(folder, id, 'work');
  let latest: RunView | undefined;
  process.once('exit', () => {
    if (latest?.state === 'running') saveRun(folder, interrupted(latest));
    rmSync(work, { recursive: true, force: true });
    free();
  });
  mkdirSync(work, { recursive: true });
  const service = await prepare(work).catch((error: unknown) => {
    saveRun(folder, neverBegun(id, kind, actor, error));
    throw error;
  });

  const progress = showProgress();
  const run = await certify({
    id,
    kind,
    actor,
    shop: theShop(startSession('Certification').session, notify),
    ...(service.payer ? { payer: service.payer } : {}),
    listenOn: { host: service.isOwn ? '127.0.0.1' : '0.0.0.0', port: options.port },
    publicUrl: options['public-url'] ?? (service.isOwn ? undefined : config().publicUrl),
    onChange: (change) => {
      latest = change;
      saveRun(folder, change);
      progress.show(change);
    },
  });
  progress.end(run, [join(folder, id, reportFiles.html), join(folder, id, reportFiles.junit)]);
  seqr().close();
  await db().close();
  await service.stop();
  return run.state === 'passed' ? 0 : 1;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        pos: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        'public-url': { type: 'string' },
        id: { type: 'string' },
        actor: { type: 'string' },
      },
    });
    const { 'public-url': publicUrl = '', ...others } = values;
    const port = Number(values.port);
    const isGood = Number.isInteger(port) && port >= 0 && port < 65_536;
    if (!isGood || (publicUrl !== '' && !/^https?:\/\/./.test(publicUrl))) return null;
    return { ...others, port, 'public-url': publicUrl.replace(/\/+$/, '') || undefined };
  } catch {
    return null;
  }
}

async function prepare(work: string) {
  const service = await openService(work);
  await openShop(work);
  return service;
}

/** So that the back office, which sees no terminal, can tell why nothing came of it. */
function neverBegun(id: string, kind: RunKind, actor: string, error: unknown): RunView {
  const { endpoint, terminalId, clientId } = config().seqr;
  const problem = `The certification could not begin: ${error instanceof Error ? error.message : error}`;
  const startedAt = now().toISOString();
  const facts = { endpoint, terminalId, clientId, isSandbox: config().sandbox.enabled };
  return { id, kind, state: 'interrupted', ...facts, actor, startedAt, ms: 0, problem, wish: null, tests: [] };
}

/** The configured service; if that is the sandbox of this shop's own server, one that belongs to this run alone. */
async function openService(work: string) {
  const { seqr: configured, sandbox, localUrl } = config();
  if (sandbox.enabled && configured.endpoint.startsWith(`${localUrl}/`)) {
    const own = await startOwnSandbox(work);
    process.env.SEQR_WSDL_URL = `${own.origin}/soap/merchant/cashregister-2?wsdl`;
    process.env.SEQR_SANDBOX = 'off';
    // It is a new one, so it knows the published test shop and nothing that was registered in the shop's own sandbox.
    for (const name of ['TERMINAL_ID', 'TERMINAL_PASSWORD', 'RESELLER_ID', 'RESELLER_PASSWORD']) {
      process.env[`SEQR_${name}`] = '';
    }
    return { isOwn: true, payer: sandboxPayer(own.origin, undefined), stop: own.stop };
  }
  const { origin, hostname } = new URL(configured.endpoint);
  const payer = (await isSandbox(origin, sandbox.key)) ? sandboxPayer(origin, sandbox.key) : undefined;
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return { isOwn: isLocal && payer !== undefined, payer, stop: async () => {} };
}

/** A shop with books of its own, which are thrown away: nothing of the certification comes into the real ones. */
async function openShop(work: string): Promise<void> {
  process.env.DATABASE_URL = `file:${join(work, 'shop.db')}`;
  forgetGlobal('config');
  migrate(config().databaseUrl, 'prisma/shop/migrations');
  await db().write((tx) => seedCatalogue(tx, catalogue));
}
