import { monotonicMs } from '../clock';
import { config } from '../config';
import { processGlobal } from '../process-global';

const WINDOW_MS = 15 * 60_000;
const PER_ADDRESS = 10;
/** An address can be made up where no proxy writes it, so there is a limit in all as well. */
const IN_ALL = 200;

type Failure = { readonly at: number; readonly address: string };

const failures = () => processGlobal('sign-in-failures', (): Failure[] => []);

/** Seconds until another attempt from this address may be made; 0 when it may be made now. */
export function secondsUntilFree(address: string): number {
  if (!config().rateLimits) return 0;
  const recent = failures().filter(({ at }) => monotonicMs() - at < WINDOW_MS);
  const own = recent.filter((failure) => failure.address === address);
  const blocking = own.length >= PER_ADDRESS ? own : recent.length >= IN_ALL ? recent : [];
  const first = blocking[0];
  return first ? Math.max(1, Math.ceil((first.at + WINDOW_MS - monotonicMs()) / 1000)) : 0;
}

export function countFailure(address: string): void {
  failures().push({ at: monotonicMs(), address: address.slice(0, 64) });
  while (failures().length > IN_ALL) failures().shift();
}

/** For tests, which share a process. */
export function forgetFailures(): void {
  failures().length = 0;
}
