import { theSandbox } from './the-sandbox';

/**
 * Starts the timers for what is due without a request coming in: reversals, time-outs, notifications. Calling it again
 * changes nothing. Returns what stops them and closes the database.
 */
export async function startSandbox(): Promise<() => Promise<void>> {
  const sandbox = await theSandbox();
  sandbox.start();
  return () => sandbox.close();
}
