import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from '../admin/session';
import { monotonicMs } from '../clock';
import { log } from '../log';
import { processGlobal } from '../process-global';
import { certificationFolder, currentRun, newRunId } from './run-store';
import type { RunKind } from './run-view';

const START_MS = 60_000;
const LOOK_AGAIN_MS = 50;

/** Runs that this server has started: they end with it. */
function startedRuns(): Set<ChildProcess> {
  return processGlobal('certification-runs', () => {
    const children = new Set<ChildProcess>();
    process.once('SIGTERM', () => {
      for (const child of children) child.kill('SIGTERM');
    });
    return children;
  });
}

/**
 * Starts a certification in a process of its own, as `npm run certify` does: its books are not this shop's. `busy` while
 * another run is being made, by whomever.
 */
export async function startRun({ actor }: Session, kind: RunKind): Promise<'started' | 'busy' | 'failed'> {
  const folder = certificationFolder();
  if (currentRun(folder) !== null) return 'busy';
  const id = newRunId(kind);
  const args = ['--import', 'tsx', 'scripts/certify.ts', '--id', id, '--actor', actor];
  const child = spawn(process.execPath, kind === 'pos' ? [...args, '--pos'] : args, {
    cwd: /* turbopackIgnore: true */ process.cwd(),
    // The name makes scripts/ending.mjs end it when this process is gone, however that went.
    env: { ...process.env, npm_lifecycle_event: 'certify', LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  });
  startedRuns().add(child);
  let isOver = false;
  child.once('error', (error) => log.error({ err: error }, 'certification: could not be started'));
  child.once('close', () => {
    isOver = true;
    startedRuns().delete(child);
  });
  const until = monotonicMs() + START_MS;
  while (!isOver && monotonicMs() < until) {
    if (currentRun(folder) === id) return 'started';
    await pause(LOOK_AGAIN_MS);
  }
  return currentRun(folder) === null ? 'failed' : 'busy';
}
