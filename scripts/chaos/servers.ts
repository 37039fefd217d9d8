// Runs shop and sandbox as separate processes on free ports, with their own databases. The shop is one process on
// SQLite, or several web processes and a worker on a separate PostgreSQL server.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type PostgresqlServer, startPostgresql } from '../../lib/testing/postgresql-server';
import { endTogether } from '../shared/ending.mjs';
import { root, runNode } from '../shared/run.mjs';
import { freePort } from '../shared/serve.mjs';
import { testVariables } from '../shared/test-environment.mjs';
import { openDatabase } from './database';
import { type Outages, recordOutages } from './outages';
import { startProxy } from './proxy';
import { newServer, type Server, type StartOptions } from './server';

export const adminPassword = testVariables('', 0).ADMIN_PASSWORD;
/** In seconds: short, so that an unresponsive SEQR does not prolong the run, but longer than any planned delay. */
export const SEQR_TIMEOUT = 4;

type Shop = {
  /** The address of the only process, or of the proxy in front of several web processes. */
  readonly address: string;
  /** The processes that serve pages. */
  readonly webs: readonly Server[];
  /** The process that does the background work. */
  readonly worker: Server;
  readonly processes: readonly Server[];
  start(options?: StartOptions): Promise<void>;
  stop(): Promise<void>;
};
export type Servers = {
  readonly folder: string;
  readonly shop: Shop;
  readonly seqr: Server;
  readonly databaseUrl: string;
  readonly postgresql: PostgresqlServer | null;
  /** The times in which the shop's database was deliberately unusable. */
  readonly database: Outages;
  /** Stops all these processes. */
  stop(): Promise<void>;
};
export type DatabaseKind = 'sqlite' | 'postgresql';
type Options = {
  readonly name: string;
  /** The folder of the build: this project, or a copy with a bug. */
  readonly tree?: string | undefined;
  readonly database?: DatabaseKind;
  /** Web processes on PostgreSQL, besides the worker. */
  readonly webProcesses?: number;
};

export async function startServers({
  name,
  tree = root,
  database = 'sqlite',
  webProcesses = 1,
}: Options): Promise<Servers> {
  const folder = `.data/chaos-${name}`;
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder), { recursive: true });
  const postgresql = database === 'postgresql' ? await startPostgresql({ durable: true, onStart: endTogether }) : null;
  try {
    const [publicPort, seqrPort] = [await freePort(), await freePort()];
    const quick = {
      RATE_LIMITS: 'off',
      SEQR_TIMEOUT: String(SEQR_TIMEOUT),
      PAYMENT_TIMEOUT: '900',
      SESSION_SECRET: 'chaos '.repeat(8),
      SEQR_SANDBOX_MESSAGES: '1000000',
    };
    const databaseUrl = postgresql ? await createDatabase(postgresql.url) : `file:${join(root, folder, 'shop.db')}`;
    const databases = {
      DATABASE_URL: databaseUrl,
      SEQR_SANDBOX_DATABASE_URL: `file:${join(root, folder, 'sandbox.db')}`,
    };
    const shared = { ...testVariables(folder, publicPort), ...databases, ...quick };
    const seqr = newServer('SEQR', {
      cwd: tree,
      port: seqrPort,
      env: { ...shared, ...addressOf(seqrPort), SHOP: 'off', SEQR_SANDBOX: 'on' },
      readyPath: '/soap/merchant/cashregister-2?wsdl',
      logFile: join(root, folder, 'sandbox.log'),
    });
    const wsdl = `http://127.0.0.1:${seqrPort}/soap/merchant/cashregister-2?wsdl`;
    const newProcess = (processName: string, port: number, role: string) =>
      newServer(processName, {
        cwd: tree,
        port,
        env: { ...shared, SEQR_SANDBOX: 'off', SEQR_WSDL_URL: wsdl, PORT: String(port), SHOP_ROLE: role },
        readyPath: role === 'worker' ? '/api/health/live' : '/api/orders/none/payment',
        logFile: join(root, folder, `${processName.replaceAll(' ', '-')}.log`),
      });
    await runNode(['--import', 'tsx', 'scripts/migrate.ts'], { env: shared });
    await runNode(['--import', 'tsx', 'scripts/seed.ts'], { env: shared });
    const shop = postgresql
      ? await newSplitShop(publicPort, webProcesses, newProcess)
      : newWholeShop(newProcess('the shop', publicPort, 'all'));
    const stop = async () => {
      await Promise.all([shop.stop(), seqr.stop()]);
      await postgresql?.stop();
    };
    return { folder: join(root, folder), shop, seqr, databaseUrl, postgresql, database: recordOutages(), stop };
  } catch (error) {
    await postgresql?.stop();
    throw error;
  }
}

const addressOf = (port: number) => ({ PUBLIC_URL: `http://127.0.0.1:${port}`, PORT: String(port) });

async function createDatabase(server: string): Promise<string> {
  const maintenance = openDatabase(server);
  await maintenance.rows('CREATE DATABASE shop');
  await maintenance.close();
  const url = new URL(server);
  url.pathname = '/shop';
  return url.href;
}

function newWholeShop(server: Server): Shop {
  const { address, start, stop } = server;
  return { address, webs: [server], worker: server, processes: [server], start, stop };
}

async function newSplitShop(
  port: number,
  webProcesses: number,
  newProcess: (name: string, port: number, role: string) => Server,
): Promise<Shop> {
  const webs: Server[] = [];
  while (webs.length < webProcesses) webs.push(newProcess(`web process ${webs.length + 1}`, await freePort(), 'web'));
  const worker = newProcess('the worker', await freePort(), 'worker');
  const processes = [...webs, worker];
  const proxy = await startProxy(port, webs);
  return {
    address: `http://127.0.0.1:${port}`,
    webs,
    worker,
    processes,
    start: async (options) => void (await Promise.all(processes.map((server) => server.start(options)))),
    stop: async () => {
      proxy.stop();
      await Promise.all(processes.map((server) => server.stop()));
    },
  };
}
