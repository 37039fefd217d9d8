// Starts, kills and restarts one process of the shop or of SEQR. `outages` records the downtime.
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endTogether } from '../shared/ending.mjs';
import { root } from '../shared/run.mjs';
import { KEEP_ALIVE_MS } from '../shared/server-variables.mjs';
import { nextBin } from '../shared/steps.mjs';
import type { Span } from './finding';
import { type Outages, recordOutages } from './outages';

/** On a busy machine, a start may take most of a minute. The limit leaves ample room. */
const START_MS = 240_000;
const PROBE_MS = 5000;

export type Server = {
  readonly name: string;
  readonly address: string;
  readonly logFile: string;
  readonly outages: readonly Span[];
  /** Runs `work` and records this time as an outage. */
  during: Outages['during'];
  isDown: Outages['isNow'];
  pid(): number | undefined;
  start(options?: StartOptions): Promise<void>;
  stop(): Promise<void>;
  /** Ends the process with SIGKILL, and starts it again after `lastsMs`. */
  kill(lastsMs: number): Promise<void>;
};
export type StartOptions = {
  /** Limits the heap for old objects. Without a limit, V8 delays garbage collection. */
  readonly heapMegabytes?: number;
  /** V8 writes a CPU profile of the whole run into this folder when the process ends. */
  readonly profileFolder?: string;
};
type ServerOptions = {
  readonly cwd: string;
  readonly port: number;
  readonly env: Record<string, string>;
  readonly readyPath: string;
  readonly logFile: string;
};

/** Returns the HTTP status, or 0 if the server does not answer. */
async function statusOf(url: string): Promise<number> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PROBE_MS) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

export function newServer(name: string, { cwd, port, env, readyPath, logFile }: ServerOptions): Server {
  const address = `http://127.0.0.1:${port}`;
  const log = createWriteStream(logFile, { flags: 'a' });
  const { outages, during, isNow } = recordOutages();
  let child: ChildProcess | undefined;

  async function start({ heapMegabytes, profileFolder }: StartOptions = {}): Promise<void> {
    const args = [
      ...(heapMegabytes ? [`--max-old-space-size=${heapMegabytes}`] : []),
      ...(profileFolder ? ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`] : []),
      join(root, nextBin),
      'start',
      '-p',
      String(port),
      '-H',
      '127.0.0.1',
      '--keepAliveTimeout',
      String(KEEP_ALIVE_MS),
    ];
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
      // A request during a server's start may never settle, not even by its timeout.
      const status = await Promise.race([statusOf(address + readyPath), pause(PROBE_MS + 1000, 0, { ref: false })]);
      if (status > 0 && status < 500) return;
      await pause(50);
    }
    throw new Error(`${name} does not answer within ${START_MS / 1000} s; see ${logFile}`);
  }

  async function stop(signal: NodeJS.Signals): Promise<void> {
    const ended = child;
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return;
    const exited = new Promise((resolve) => ended.once('exit', resolve));
    ended.kill(signal);
    await exited;
  }

  return {
    name,
    address,
    logFile,
    outages,
    during,
    isDown: isNow,
    pid: () => child?.pid,
    start,
    stop: () => stop('SIGTERM'),
    kill: (lastsMs: number) =>
      during(async () => {
        await stop('SIGKILL');
        await pause(lastsMs);
        await start();
      }),
  };
}
