import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endTogether } from '../shared/ending.mjs';
import { type Image, onlyWith, unprivileged } from './carry-out';

const START_MS = 60_000;

export interface Container {
  readonly address: string;
  readonly child: ChildProcess;
  output(): string;
  /** Sends SIGTERM, and resolves to the exit code. */
  end(): Promise<number | null>;
}

/**
 * Runs the image's command in the image's folder, with the image's environment and `variables`, on 127.0.0.1. Waits
 * until the image's own health check passes.
 */
export async function startImage(image: Image, port: number, variables: Record<string, string>): Promise<Container> {
  const cwd = join(image.root, image.workdir);
  const env = onlyWith({ ...image.env, ...variables, HOSTNAME: '127.0.0.1', PORT: String(port) });
  const [program = '', ...args] = image.command;
  const child = spawn(program, args, { cwd, env, ...unprivileged, stdio: ['ignore', 'pipe', 'pipe'] });
  endTogether(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [check = '', ...checkArgs] = image.healthCheck;
  for (const deadline = performance.now() + START_MS; ; await pause(200)) {
    if (spawnSync(check, checkArgs, { cwd, env }).status === 0) break;
    if (child.exitCode !== null || performance.now() > deadline) throw new Error(`The image did not start:\n${output}`);
  }
  return {
    address: `http://127.0.0.1:${port}`,
    child,
    output: () => output,
    end: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
