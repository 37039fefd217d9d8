import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../scripts/shared/run.mjs';
import { freePort } from '../../scripts/shared/serve.mjs';
import { KEEP_ALIVE_MS } from '../../scripts/shared/server-variables.mjs';
import { nextBin } from '../../scripts/shared/steps.mjs';
import { templateFolder, testPort, testVariables } from '../../scripts/shared/test-environment.mjs';

export type Environment = NodeJS.ProcessEnv;
export type SecondServer = Running & {
  readonly port: number;
  /** The database's URL. */
  readonly shopDatabase: string;
};
type Running = {
  /** Sends SIGTERM, and resolves to the exit code, or null if a signal ended it. */
  end(): Promise<number | null>;
  stop(): Promise<void>;
};

/** Node's arguments that start the build in `folder` as every command starts it. */
export function startArguments(port: number, folder = root): string[] {
  const address = ['-p', String(port), '-H', '127.0.0.1'];
  return [join(root, nextBin), 'start', folder, ...address, '--keepAliveTimeout', String(KEEP_ALIVE_MS)];
}

/** Whether the shop's database holds the demo catalogue when the server starts. */
type Content = { readonly seeded?: boolean };

/** Starts another server from the build, with `variables` and its own databases. `stop` also deletes the databases. */
export async function startSecondServer(
  variables: Record<string, string>,
  content: Content = {},
): Promise<SecondServer> {
  const port = await freePort();
  const { env, shopDatabase, remove } = await prepareDatabases(port, variables, content);
  const server = await waitUntilReady(startArguments(port), root, env, port).catch((error) => {
    remove();
    throw error;
  });
  return {
    port,
    shopDatabase,
    end: server.end,
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}

/**
 * Puts migrated databases into a new folder, and returns a server's environment with them. `variables` may set another
 * DATABASE_URL, which is migrated too.
 */
export async function prepareDatabases(
  port: number,
  variables: Record<string, string> = {},
  { seeded = false }: Content = {},
): Promise<{ env: Environment; shopDatabase: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'seqr-e2e-'));
  copyTemplate(seeded ? 'seeded' : 'migrated', folder);
  const databases = {
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(folder, 'sandbox.db')}`,
  };
  const env = { ...process.env, ...testVariables('.data/unused', port), ...databases, ...variables };
  if (variables.DATABASE_URL) {
    await runScript('scripts/migrate.ts', env);
    if (seeded) await runScript('scripts/seed.ts', env);
  }
  return { env, shopDatabase: databases.DATABASE_URL, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Copies the databases that the server of the tests made when it started. */
export function copyTemplate(content: Parameters<typeof templateFolder>[1], folder: string): void {
  cpSync(join(root, templateFolder(testPort, content)), folder, { recursive: true });
}

/** Runs a script, with options after it, with Node. If the script fails, throws an error with its output. */
export async function runScript(script: string, env: Environment): Promise<void> {
  const { exited, output } = run(['--import', 'tsx', ...script.split(' ')], root, env);
  if ((await exited) !== 0) throw new Error(`${script} failed: ${output()}`);
}

/**
 * Runs Node with `args` and waits, like a load balancer, until the server can take orders: a busy server refuses them while
 * it opens its first connections. SEQR need not be reachable, unless the server runs its own sandbox.
 */
export async function waitUntilReady(args: string[], cwd: string, env: Environment, port: number): Promise<Running> {
  const { child, exited, output } = run(args, cwd, env);
  const end = async () => {
    const killing = setTimeout(() => child.kill('SIGKILL'), 30_000);
    child.kill('SIGTERM');
    return exited.finally(() => clearTimeout(killing));
  };
  const stop = async () => {
    await end();
    if (child.signalCode === 'SIGKILL')
      throw new Error(`The second server did not end on SIGTERM. Its output: ${output()}`);
  };
  let health = 'not asked';
  for (const deadline = performance.now() + 120_000; performance.now() < deadline; await pause(50)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    if (!output().includes('server: started')) continue;
    health = await readHealth(port);
    if (canTakeOrders(health)) return { end, stop };
  }
  await end();
  throw new Error(`The second server is not ready. Its health: ${health}. Its output: ${output()}`);
}

async function readHealth(port: number): Promise<string> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return await response.text();
  } catch (error) {
    return String(error);
  }
}

function canTakeOrders(health: string): boolean {
  if (!health.startsWith('{')) return false;
  const { status, server, database, sandbox } = JSON.parse(health);
  return status === 'ok' || (sandbox === 'unused' && server === 'ok' && ['ok', 'unused'].includes(database));
}

function run(args: string[], cwd: string, env: Environment) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  // A test that times out cannot stop its server, so the server ends with this process.
  const kill = () => child.kill();
  process.once('exit', kill);
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.once('close', () => process.off('exit', kill));
  return { child, exited, output: () => output };
}
