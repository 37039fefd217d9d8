import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { now } from '../../clock';
import { config } from '../../config';
import { toHtml } from '../report/html';
import { toJunit } from '../report/junit';
import type { RunKind, RunView } from '../run-view';

/** How often a run updates its lock. A run whose lock is older than DEAD_MS is considered dead. */
const HEARTBEAT_MS = 2_000;
const DEAD_MS = 15_000;
const ID = /^\d{8}-\d{6}-(?:webshop|pos)$/;
const SHOWN = 50;

export const reportFiles = { html: 'report.html', junit: 'junit.xml' } as const;

/** The folder of all runs: `.data/certification`, or next to the shop's database if that is elsewhere. */
export function certificationFolder(): string {
  return join(config().dataFolder, 'certification');
}

export function newRunId(kind: RunKind): string {
  const digits = now().toISOString().replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${kind}`;
}

/** Saves a run, and its reports once it has ended. Replaces each file atomically, so readers never see a partial one. */
export function saveRun(folder: string, run: RunView): void {
  const place = join(folder, run.id);
  mkdirSync(place, { recursive: true });
  write(join(place, 'run.json'), JSON.stringify(run));
  if (run.state === 'running') return;
  write(join(place, reportFiles.html), toHtml(run));
  write(join(place, reportFiles.junit), toJunit(run));
}

function write(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** Returns null for an unknown run. If the run's process has died, returns the run as interrupted. */
export function readRun(folder: string, id: string): RunView | null {
  if (!ID.test(id)) return null;
  const run = readJson(join(folder, id, 'run.json'));
  return run?.state === 'running' && currentRun(folder) !== id ? interrupted(run) : run;
}

function readJson(path: string): RunView | null {
  try {
    const run: RunView = JSON.parse(readFileSync(path, 'utf8'));
    return run;
  } catch {
    return null;
  }
}

export function interrupted(run: RunView): RunView {
  return {
    ...run,
    state: 'interrupted',
    prompt: null,
    problem:
      'The run was interrupted because its process ended. Unfinished tests are marked as not run. Start a new run.',
    tests: run.tests.map((test) =>
      test.verdict === 'running' || test.verdict === 'waiting' ? { ...test, verdict: 'skipped' as const } : test,
    ),
  };
}

/** The latest runs, newest first. */
export function listRuns(folder: string): RunView[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => ID.test(name))
    .sort()
    .reverse()
    .slice(0, SHOWN)
    .flatMap((id) => readRun(folder, id) ?? []);
}

/** Returns a report of an ended run, or null if there is no such run or it is in progress. */
export function readReport(folder: string, id: string, which: keyof typeof reportFiles): string | null {
  const run = readRun(folder, id);
  if (!run || run.state === 'running') return null;
  return which === 'html' ? toHtml(run) : toJunit(run);
}

/** The id of the run in progress in any process, or null. */
export function currentRun(folder: string): string | null {
  try {
    const path = join(folder, 'running');
    const [id = '', pid = ''] = readFileSync(path, 'utf8').split(' ');
    const isFresh = now().getTime() - statSync(path).mtimeMs < DEAD_MS;
    return isFresh && isAlive(Number(pid)) ? id : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Acquires the lock for a run and returns a function that releases it. Returns null if another run is in progress. */
export function acquireRunLock(folder: string, id: string): (() => void) | null {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'running');
  if (currentRun(folder) === null) rmSync(path, { force: true });
  try {
    writeFileSync(path, `${id} ${process.pid}`, { flag: 'wx' });
  } catch {
    return null;
  }
  const heartbeat = setInterval(() => {
    const at = now();
    utimesSync(path, at, at);
  }, HEARTBEAT_MS).unref();
  return () => {
    clearInterval(heartbeat);
    rmSync(path, { force: true });
  };
}
