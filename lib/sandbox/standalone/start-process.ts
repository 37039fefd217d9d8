import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { commandArguments } from '../../command-arguments';

const SERVE = 'lib/sandbox/standalone/serve.ts';

/**
 * Starts a sandbox in its own process, with a database in `folder`. Returns its address and a function that stops it.
 * The sandbox never outlives this process. Throws with the output if the sandbox does not start. `program`: Node's
 * arguments.
 */
export async function startSandboxProcess(
  folder: string,
  program = commandArguments(SERVE),
): Promise<{ origin: string; stop(): Promise<void> }> {
  const child = spawn(process.execPath, program, {
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
  // Not 'exit', which may be emitted before all output of the process has been read.
  const exited = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const port = await Promise.race([
    new Promise<string>((resolve) => createInterface(child.stdout).once('line', resolve)),
    exited.then(() => {
      throw new Error(`The sandbox did not start: ${errors.trim()}`);
    }),
  ]);
  return {
    origin: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.stdin.end();
      child.kill('SIGTERM');
      await exited;
    },
  };
}
