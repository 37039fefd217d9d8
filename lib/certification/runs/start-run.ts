import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from '../../admin/session';
import { monotonicMs } from '../../clock';
import { commandArguments } from '../../command-arguments';
import { log } from '../../log';
import { processGlobal } from '../../process-global';
import type { RunKind } from '../run-view';
import { certificationFolder, currentRun, newRunId } from './run-store';

const START_MS = 60_000;
const POLL_MS = 50;

/** Runs started by this server; they end with it. */
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
 * Starts a certification in its own process, like `npm run certify`, with its own database. Returns `busy` if another
 * run is in progress in any process.
 */
export async function startRun({ actor }: Session, kind: RunKind): Promise<'started' | 'busy' | 'failed'> {
  const folder = certificationFolder();
  if (currentRun(folder) !== null) return 'busy';
  const id = newRunId(kind);
  const args = [...commandArguments('scripts/certify.ts'), '--id', id, '--actor', actor];
  const child = spawn(process.execPath, kind === 'pos' ? [...args, '--pos'] : args, {
    cwd: /* turbopackIgnore: true */ process.cwd(),
    // This variable makes scripts/shared/ending.mjs end the child when this process is gone.
    env: { ...process.env, npm_lifecycle_event: 'certify', LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  });
  startedRuns().add(child);
  let isOver = false;
  child.once('error', (error) => log.error({ err: error }, 'certification: could not start'));
  child.once('close', () => {
    isOver = true;
    startedRuns().delete(child);
  });
  const until = monotonicMs() + START_MS;
  while (!isOver && monotonicMs() < until) {
    if (currentRun(folder) === id) return 'started';
    await pause(POLL_MS);
  }
  return currentRun(folder) === null ? 'failed' : 'busy';
}
