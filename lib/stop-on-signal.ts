import { setTimeout as pause } from 'node:timers/promises';
import { closeLog, log } from './log';
import { enterPhase } from './server-phase';

/** The parts of a server that must end before its process does. */
interface RunningParts {
  /** Leases no further work. Resolves when the work in progress is finished. */
  finishWork(): Promise<void>;
  /** Ends the event streams and the checks of payments. */
  endStreams(): Promise<void>;
  /** Accepts no further connections. Resolves when the requests in progress are answered. */
  closeServers(): Promise<void>;
  /** Releases leased work that is not finished, so that other processes can do it. */
  returnWork(): Promise<void>;
  close(): Promise<void>;
}

/** With the default pause of three seconds, a process ends within ten seconds. */
const FINISH_MS = 5_000;
/** After this time, the servers are closed even if background work has not ended. */
const WORK_MS = 3_000;
const CLOSE_MS = 1_000;

/**
 * Ends this process with code 0 on SIGTERM. For `drainMs` the process reports that it is not ready, so that a
 * proxy sends no further requests, but it still answers them. Then it ends streams, finishes or returns leased work, and
 * exits. SIGINT (Ctrl+C) skips the pause. Windows has no SIGTERM: ending a process there is like a crash, after which its
 * leases expire.
 */
export function stopOnSignal(parts: RunningParts, drainMs: number): void {
  const skipPause = new AbortController();
  let isBegun = false;
  const begin = () => {
    if (!isBegun) void stop(parts, drainMs, skipPause.signal);
    isBegun = true;
  };
  // Until now, the signal has ended the process at once (scripts/container/start.mjs).
  process.removeAllListeners('SIGTERM');
  process.on('SIGTERM', begin);
  process.on('SIGINT', () => {
    skipPause.abort();
    begin();
  });
}

async function stop(parts: RunningParts, drainMs: number, skipPause: AbortSignal): Promise<void> {
  enterPhase('stopping');
  log.info({ drainMs }, 'server: stopping');
  try {
    const finished = parts.finishWork();
    await pause(drainMs, undefined, { signal: skipPause }).catch(() => {});
    const isDone = within(WORK_MS, finished);
    const quiet = Promise.all([isDone, parts.endStreams()]).then(() => parts.closeServers());
    const isQuiet = (await within(FINISH_MS, quiet)) && (await isDone);
    const closed = isQuiet ? parts.close() : parts.returnWork().then(() => parts.close());
    if (!(await within(CLOSE_MS, closed))) log.warn('server: not everything was closed in time');
    log.info({ finished: isQuiet }, 'server: stopped');
  } catch (error) {
    // Nothing is lost: leases expire, as after a crash.
    log.error({ err: error }, 'server: stopping failed');
  }
  await closeLog().catch(() => {});
  process.exit(0);
}

async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  return Promise.race([work.then(() => true), pause(ms, false)]);
}
