import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../run.mjs';

/** Starts a sandbox with a database in `folder`; its address, and what ends it. It never outlives this process. */
export async function startOwnSandbox(folder: string): Promise<{ origin: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/certify/serve-sandbox.ts')], {
    cwd: root,
    env: {
      ...process.env,
      SEQR_WSDL_URL: '',
      SEQR_SANDBOX: 'on',
      SEQR_SANDBOX_PUBLIC: 'off',
      SEQR_SANDBOX_DATABASE_URL: `file:${join(folder, 'sandbox.db')}`,
      SEQR_SANDBOX_QR_BASE: 'http://127.0.0.1',
      LOG_LEVEL: 'silent',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text;
  });
  const port = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    gone.then(() => {
      throw new Error(`The sandbox did not start: ${complaint.trim()}`);
    }),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.stdin.end();
      child.kill('SIGTERM');
      await gone;
    },
  };
}
