import type { Session } from '../admin/session';
import { certificationFolder, currentRun, listRuns, readReport, readRun, type reportFiles } from './run-store';
import type { RunView } from './run-view';

const LOOK_MS = 250;

/** For the back office: the run that is being made, `starting` before its first test, and those that are over. */
export function getRuns(_session: Session): { current: RunView | 'starting' | null; past: RunView[] } {
  const folder = certificationFolder();
  const id = currentRun(folder);
  return {
    current: id === null ? null : (readRun(folder, id) ?? 'starting'),
    past: listRuns(folder).filter((run) => run.id !== id),
  };
}

export function getReport(_session: Session, id: string, which: keyof typeof reportFiles): string | null {
  return readReport(certificationFolder(), id, which);
}

/** Says what has changed since: another word for each state of things. The run is another process's, so it is looked for. */
export function getChangeWord(): string {
  const folder = certificationFolder();
  const id = currentRun(folder);
  if (id === null) return 'none';
  const run = readRun(folder, id);
  return `${id} ${run?.tests.map(({ verdict }) => verdict[0]).join('') ?? ''} ${run?.wish?.qrCode ?? ''}`;
}

/** Calls back when the word changes, until the function that it returns is called. */
export function onRunChange(listener: () => void): () => void {
  let word = getChangeWord();
  const timer = setInterval(() => {
    const next = getChangeWord();
    if (next === word) return;
    word = next;
    listener();
  }, LOOK_MS);
  return () => clearInterval(timer);
}
