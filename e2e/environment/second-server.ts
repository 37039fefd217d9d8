import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../scripts/run.mjs';
import { freePort } from '../../scripts/serve.mjs';
import { nextBin } from '../../scripts/steps.mjs';
import { testVariables } from './variables.mjs';

export type Environment = NodeJS.ProcessEnv;
export type SecondServer = { readonly port: number; stop(): Promise<void> };

/** Starts the build once more, with other variables than the server that all tests share, and databases of its own. */
export async function startSecondServer(variables: Record<string, string>): Promise<SecondServer> {
  const port = await freePort();
  const { env, remove } = await prepareDatabases(port);
  const args = [nextBin, 'start', '-p', String(port), '-H', '127.0.0.1'];
  const server = await waitUntilStarted(args, root, { ...env, ...variables }).catch((error) => {
    remove();
    throw error;
  });
  return {
    port,
    stop: async () => {
      await server.stop();
      remove();
    },
  };
}

/** Migrated databases in a folder of their own, and the variables of a test with them. */
export async function prepareDatabases(port: number): Promise<{ env: Environment; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'seqr-e2e-'));
  const env = {
    ...process.env,
    ...testVariables('.data/unused', port),
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(folder, 'sandbox.db')}`,
  };
  const { gone, output } = run(['--import', 'tsx', 'scripts/migrate.ts'], root, env);
  if ((await gone) !== 0) throw new Error(`The databases of the second server were not made: ${output()}`);
  return { env, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Runs Node with `args` until the server that this starts says that it has; what `stop` ends. */
export async function waitUntilStarted(
  args: string[],
  cwd: string,
  env: Environment,
): Promise<{ stop(): Promise<void> }> {
  const { child, gone, output } = run(args, cwd, env);
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  for (const deadline = performance.now() + 120_000; !output().includes('server: started'); await pause(50)) {
    if (child.exitCode === null && performance.now() < deadline) continue;
    await stop();
    throw new Error(`The second server did not start: ${output()}`);
  }
  return { stop };
}

function run(args: string[], cwd: string, env: Environment) {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  // A test that runs out of time does not get to stop it.
  const kill = () => child.kill();
  process.once('exit', kill);
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.once('close', () => process.off('exit', kill));
  return { child, gone, output: () => output };
}
