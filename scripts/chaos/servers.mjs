// Shop and sandbox as two real processes on free ports, with databases of their own; they can be killed and started
// again at the same place. `outages` remembers when one of them was not there.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { testVariables } from '../../e2e/environment/variables.mjs';
import { endTogether } from '../ending.mjs';
import { root, runNode } from '../run.mjs';
import { freePort } from '../serve.mjs';
import { nextBin } from '../steps.mjs';

const START_MS = 60_000;
export const adminPassword = testVariables('', 0).ADMIN_PASSWORD;
/** Seconds; short, so that a silent SEQR does not make the run long, but longer than any delay of the plan. */
export const SEQR_TIMEOUT = 4;

/** `tree` is where the build lies: this project, or a copy with a bug in it. */
export async function startServers({ name, tree = root }) {
  const folder = `.data/chaos-${name}`;
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  const [shopPort, seqrPort] = [await freePort(), await freePort()];
  const quick = {
    RATE_LIMITS: 'off',
    SEQR_TIMEOUT: String(SEQR_TIMEOUT),
    PAYMENT_TIMEOUT: '900',
    SESSION_SECRET: 'chaos '.repeat(8),
  };
  const databases = {
    DATABASE_URL: `file:${join(root, folder, 'shop.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(root, folder, 'sandbox.db')}`,
  };
  const variables = (port, more) => ({
    ...testVariables(folder, port),
    ...databases,
    ...quick,
    SEQR_SANDBOX_MESSAGES: '1000000',
    ...more,
  });
  const seqr = server('SEQR', {
    cwd: tree,
    port: seqrPort,
    env: variables(seqrPort, { SHOP: 'off', SEQR_SANDBOX: 'on' }),
    readyPath: '/soap/merchant/cashregister-2?wsdl',
    logFile: join(root, folder, 'sandbox.log'),
  });
  const shop = server('the shop', {
    cwd: tree,
    port: shopPort,
    env: variables(shopPort, {
      SEQR_SANDBOX: 'off',
      SEQR_WSDL_URL: `http://127.0.0.1:${seqrPort}/soap/merchant/cashregister-2?wsdl`,
    }),
    readyPath: '/api/orders/none/payment',
    logFile: join(root, folder, 'shop.log'),
  });
  const env = variables(shopPort, {});
  await runNode(['--import', 'tsx', 'scripts/migrate.ts'], { env });
  await runNode(['--import', 'tsx', 'scripts/seed.ts'], { env });
  return { folder: join(root, folder), shop, seqr, shopDb: join(root, folder, 'shop.db') };
}

function server(name, { cwd, port, env, readyPath, logFile }) {
  const address = `http://127.0.0.1:${port}`;
  const log = createWriteStream(logFile, { flags: 'a' });
  const outages = [];
  let child = null;

  /** `heapMegabytes`: no more old objects than that, dead ones among them; without it, V8 lets them pile up. */
  async function start({ heapMegabytes } = {}) {
    const limit = heapMegabytes ? [`--max-old-space-size=${heapMegabytes}`] : [];
    const args = [...limit, join(root, nextBin), 'start', '-p', String(port), '-H', '127.0.0.1'];
    const started = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    endTogether(started);
    started.stdout.pipe(log, { end: false });
    started.stderr.pipe(log, { end: false });
    const deadline = performance.now() + START_MS;
    while (performance.now() < deadline) {
      if (started.exitCode !== null) throw new Error(`${name} ended with ${started.exitCode}; see ${logFile}`);
      const response = await fetch(address + readyPath, { signal: AbortSignal.timeout(5000) }).catch(() => null);
      await response?.arrayBuffer().catch(() => null);
      if (response && response.status < 500) return;
      await pause(50);
    }
    throw new Error(`${name} does not answer within ${START_MS / 1000} s; see ${logFile}`);
  }

  async function stop(signal) {
    const ended = child;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const gone = new Promise((resolve) => ended.once('exit', resolve));
    ended.kill(signal);
    await gone;
  }

  /** Whatever `work` does to the server, the time is an outage. */
  async function during(work) {
    const outage = { from: Date.now(), to: Number.POSITIVE_INFINITY };
    outages.push(outage);
    try {
      await work();
    } finally {
      outage.to = Date.now();
    }
  }

  return {
    name,
    address,
    logFile,
    outages,
    during,
    pid: () => child?.pid,
    start,
    stop: () => stop('SIGTERM'),
    kill: (lastsMs) =>
      during(async () => {
        await stop('SIGKILL');
        await pause(lastsMs);
        await start();
      }),
  };
}
