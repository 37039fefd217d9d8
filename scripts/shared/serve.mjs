// Starts Next as a child process and waits until it answers.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { endTogether, endWithSuccess, isEnding } from './ending.mjs';
import { root } from './run.mjs';
import { KEEP_ALIVE_MS, serverVariables } from './server-variables.mjs';
import { nextBin } from './steps.mjs';

const START_SECONDS = 60;

/**
 * Whether the port is free.
 * @param {number} port
 * @returns {Promise<boolean>}
 */
export function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

/**
 * Returns a port that is free now.
 * @returns {Promise<number>}
 */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      if (address === null || typeof address === 'string') throw new Error('a probe on TCP has no port');
      probe.close(() => resolve(address.port));
    });
  });
}

/**
 * Starts Next with `command`. Holds the server's output back until it is ready, and prints it only if the start fails.
 * Afterwards standard output goes to `output` and standard error to the terminal. This process ends when the server ends,
 * and ends the server when it ends itself.
 * @param {'start' | 'dev'} command
 * @param {{ port: number, host?: string, readyPath: string, output?: NodeJS.WritableStream }} options
 */
export async function serve(command, { port, host, readyPath, output = process.stdout }) {
  const args = [nextBin, command, '-p', String(port), ...(host ? ['-H', host] : [])];
  if (command === 'start') args.push('--keepAliveTimeout', String(KEEP_ALIVE_MS));
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...(command === 'start' && serverVariables), ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const held = holdBack(child, output);
  endTogether(child);
  endWithSuccess();
  child.on('exit', (code) => {
    if (isEnding()) return;
    held.release();
    process.exit(code ?? 1);
  });
  const answer = await waitForAnswer(`http://${host ?? 'localhost'}:${port}${readyPath}`);
  held.forward();
  return answer;
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {NodeJS.WritableStream} output
 */
function holdBack(child, output) {
  let held = '';
  let forwarding = false;
  for (const { from, to } of [
    { from: child.stdout, to: output },
    { from: child.stderr, to: process.stderr },
  ]) {
    from.setEncoding('utf8').on('data', (text) => {
      if (forwarding) to.write(text);
      else held += text;
    });
  }
  return {
    release: () => process.stderr.write(held),
    forward: () => {
      forwarding = true;
      held = '';
    },
  };
}

/**
 * Returns the first answer with a status below 400. After a timeout, returns the last other answer, or null if there was
 * none.
 * @param {string} url
 */
async function waitForAnswer(url) {
  const deadline = performance.now() + START_SECONDS * 1000;
  let last = null;
  while (performance.now() < deadline) {
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(10_000) });
      last = { status: response.status, text: await response.text() };
      if (response.status < 400) return last;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
    await sleep(100);
  }
  return last;
}
