import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { now } from '../clock';
import { config } from '../config';
import { sqlitePath } from '../sqlite/database';
import { toHtml } from './report/html';
import { toJunit } from './report/junit';
import type { RunKind, RunView } from './run-view';

/** A run tells that it lives this often; silent for so long, it is taken for dead. */
const HEARTBEAT_MS = 2_000;
const DEAD_MS = 15_000;
const ID = /^\d{8}-\d{6}-(?:webshop|pos)$/;
const SHOWN = 50;

export const reportFiles = { html: 'report.html', junit: 'junit.xml' } as const;

/** Where runs are kept: `.data/certification`, or beside the shop's database, should that be elsewhere. */
export function certificationFolder(): string {
  const { databaseUrl } = config();
  const data = databaseUrl.startsWith('file:') ? dirname(sqlitePath(databaseUrl)) : '.data';
  return resolve(/* turbopackIgnore: true */ process.cwd(), data, 'certification');
}

export function newRunId(kind: RunKind): string {
  const digits = now().toISOString().replace(/\D/g, '');
  return `${digits.slice(0, 8)}-${digits.slice(8, 14)}-${kind}`;
}

/** Writes a run down whole, so that no reader ever finds half of one; with its reports once it is over. */
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

/** Null for a run that never was. One that says that it runs although its process is gone was interrupted. */
export function readRun(folder: string, id: string): RunView | null {
  if (!ID.test(id)) return null;
  const run = readJson(join(folder, id, 'run.json'));
  return run?.state === 'running' && currentRun(folder) !== id ? interrupted(run) : run;
}

function readJson(path: string): RunView | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as RunView;
  } catch {
    return null;
  }
}

export function interrupted(run: RunView): RunView {
  return {
    ...run,
    state: 'interrupted',
    wish: null,
    problem:
      'The run was interrupted: its process ended before the last test. Nothing is known of the tests after that.',
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

/** A report of a run that is over; null where there is none. */
export function readReport(folder: string, id: string, which: keyof typeof reportFiles): string | null {
  const run = readRun(folder, id);
  if (!run || run.state === 'running') return null;
  return which === 'html' ? toHtml(run) : toJunit(run);
}

/** The id of the run that is being made now by whatever process, or null. */
export function currentRun(folder: string): string | null {
  try {
    const path = join(folder, 'running');
    const [id = '', pid = ''] = readFileSync(path, 'utf8').split(' ');
    const isFresh = now().getTime() - statSync(path).mtimeMs < DEAD_MS;
    return isFresh && lives(Number(pid)) ? id : null;
  } catch {
    return null;
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Takes the one place that there is for a run; null when another is being made. The function gives it free again. */
export function takePlace(folder: string, id: string): (() => void) | null {
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
