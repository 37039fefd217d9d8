import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../scripts/run.mjs';
import { freePort } from '../../scripts/serve.mjs';
import { nextBin } from '../../scripts/steps.mjs';
import { testVariables } from './variables.mjs';

export type SecondServer = { readonly port: number; readonly log: () => string; stop(): Promise<void> };

/** Starts the build once more, with other variables than the server that all tests share, and databases of its own. */
export async function startSecondServer(variables: Record<string, string>): Promise<SecondServer> {
  const folder = mkdtempSync(join(tmpdir(), 'seqr-e2e-'));
  const port = await freePort();
  const env = {
    ...process.env,
    ...testVariables('.data/unused', port),
    DATABASE_URL: `file:${join(folder, 'shop.db')}`,
    SEQR_SANDBOX_DATABASE_URL: `file:${join(folder, 'sandbox.db')}`,
    ...variables,
  };
  const run = (args: string[]) => spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const migration = run(['--import', 'tsx', 'scripts/migrate.ts']);
  const code = await new Promise((resolve) => migration.once('close', resolve));
  if (code !== 0) throw new Error(`The databases of the second server were not made: ${code}`);

  const server = run([nextBin, 'start', '-p', String(port), '-H', '127.0.0.1']);
  let log = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  const gone = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async () => {
    server.kill('SIGTERM');
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
  for (const deadline = Date.now() + 60_000; !log.includes('server: started'); ) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`The second server did not start: ${log}`);
    }
    await pause(50);
  }
  return { port, log: () => log, stop };
}
