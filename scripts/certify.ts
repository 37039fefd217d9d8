// Runs SEQR's certification against the shop's functions and the configured service, and writes reports to
// .data/certification/. Exit code 0: every test passed; 1: one failed; 2: it could not start.
import './shared/environment.mjs';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { POST as notify } from '../app/api/seqr/notifications/route';
import { startSession } from '../lib/admin/session';
import { isSandbox, sandboxPayer } from '../lib/certification/payer';
import type { RunKind, RunView } from '../lib/certification/run-view';
import { certify } from '../lib/certification/runs/certify';
import {
  acquireRunLock,
  certificationFolder,
  currentRun,
  interrupted,
  newRunId,
  reportFiles,
  saveRun,
} from '../lib/certification/runs/run-store';
import { shopUnderTest } from '../lib/certification/shop';
import { now } from '../lib/clock';
import { config } from '../lib/config';
import { db } from '../lib/db/client';
import { isLoopback } from '../lib/host-names';
import { forgetGlobal } from '../lib/process-global';
import { startSandboxProcess } from '../lib/sandbox/standalone/start-process';
import { seqr } from '../lib/seqr/from-config';
import { migrate } from '../lib/sqlite/migrate';
import { visibleError } from '../lib/visible-text.js';
import { demoGoods } from '../prisma/shop/seed/demo/demo-goods';
import { seedCatalogue } from '../prisma/shop/seed/seed-catalogue';
import { ownShop } from './certify/own-shop';
import { showProgress } from './certify/show-progress';
import './shared/ending.mjs';

const usage = `npm run certify                     certifies the webshop
npm run certify -- --pos            certifies a till: a new terminal, registered first and retired last
Against a service that is not a sandbox:
  --port 4000                       the port that receives SEQR's notifications
  --public-url https://…            the address at which SEQR reaches that port`;

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`\n  ${visibleError(error)}\n`);
  process.exitCode = 2;
}
// Exits explicitly, because kept connections and Prisma's timers would delay the exit.
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
  const free = acquireRunLock(folder, id);
  if (!free) {
    console.error(`\n  Another certification is in progress (${currentRun(folder)}). Wait until it is complete.\n`);
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
    saveRun(folder, runThatDidNotStart(id, kind, actor, error));
    throw error;
  });

  const progress = showProgress();
  const run = await certify({
    id,
    kind,
    actor,
    shop: shopUnderTest(startSession('Certification').session, notify),
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

/** Returns a run that holds the error, so that the back office can show why the run did not start. */
function runThatDidNotStart(id: string, kind: RunKind, actor: string, error: unknown): RunView {
  const { endpoint, terminalId, clientId } = config().seqr;
  const problem = `The certification could not begin: ${error instanceof Error ? error.message : error}`;
  const startedAt = now().toISOString();
  const facts = { endpoint, terminalId, clientId, isSandbox: config().sandbox.enabled };
  return { id, kind, state: 'interrupted', ...facts, actor, startedAt, ms: 0, problem, prompt: null, tests: [] };
}

/** Opens the configured service. If this is the shop's own sandbox, starts a separate sandbox for this run. */
async function openService(work: string) {
  const { seqr: configured, sandbox, localUrl } = config();
  if (sandbox.enabled && configured.endpoint.startsWith(`${localUrl}/`)) {
    const own = await startSandboxProcess(work);
    process.env.SEQR_WSDL_URL = `${own.origin}/soap/merchant/cashregister-2?wsdl`;
    process.env.SEQR_SANDBOX = 'off';
    // The new sandbox knows the published test shop, but not the configured terminal and reseller.
    for (const name of ['TERMINAL_ID', 'TERMINAL_PASSWORD', 'RESELLER_ID', 'RESELLER_PASSWORD']) {
      process.env[`SEQR_${name}`] = '';
    }
    return { isOwn: true, payer: sandboxPayer(own.origin, undefined), stop: own.stop };
  }
  const { origin, hostname } = new URL(configured.endpoint);
  const payer = (await isSandbox(origin, sandbox.key)) ? sandboxPayer(origin, sandbox.key) : undefined;
  return { isOwn: isLoopback(hostname) && payer !== undefined, payer, stop: async () => {} };
}

/** Opens a shop with a temporary database, so that the certification's orders never reach the real one. */
async function openShop(work: string): Promise<void> {
  Object.assign(process.env, ownShop(work));
  forgetGlobal('config');
  migrate(config().databaseUrl, 'prisma/shop/migrations');
  await db().write((tx) => seedCatalogue(tx, demoGoods));
}
