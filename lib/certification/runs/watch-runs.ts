import { hostname } from 'node:os';
import type { Session } from '../../admin/session';
import { config } from '../../config';
import type { RunView } from '../run-view';
import { certificationFolder, currentRun, listRuns, readReport, readRun, type reportFiles } from './run-store';

const POLL_MS = 250;

/**
 * `current`: the run in progress, `starting` before its first test. `machine`: the machine whose runs these are, if the
 * shop may run on several.
 */
type Runs = {
  readonly current: RunView | 'starting' | null;
  readonly past: RunView[];
  readonly machine: string | null;
};

/** For the back office: the runs of this machine, because a run and its reports are files. */
export function getRuns(_session: Session): Runs {
  const folder = certificationFolder();
  const id = currentRun(folder);
  return {
    current: id === null ? null : (readRun(folder, id) ?? 'starting'),
    past: listRuns(folder).filter((run) => run.id !== id),
    // With SQLite, all processes of a shop run on one machine.
    machine: config().databaseUrl.startsWith('file:') ? null : hostname(),
  };
}

export function getReport(_session: Session, id: string, which: keyof typeof reportFiles): string | null {
  return readReport(certificationFolder(), id, which);
}

/**
 * A text that changes whenever the run in progress starts, advances or ends. That run is in another process, so it is
 * polled.
 */
export function getRevision(): string {
  const folder = certificationFolder();
  const id = currentRun(folder);
  if (id === null) return 'none';
  const run = readRun(folder, id);
  return `${id} ${run?.tests.map(({ verdict }) => verdict[0]).join('') ?? ''} ${run?.prompt?.qrCode ?? ''}`;
}

/** Calls the listener when the run in progress changes. Returns a function that stops this. */
export function onRunChange(listener: () => void): () => void {
  let revision = getRevision();
  const timer = setInterval(() => {
    const next = getRevision();
    if (next === revision) return;
    revision = next;
    listener();
  }, POLL_MS);
  return () => clearInterval(timer);
}
