import type { Config } from './config';

/**
 * Pages that are made while building say that no real money is moved, or do not say it, as it was then. Where that is
 * not so any more: a sentence with the command to run; else null. A service on this machine moves no real money either.
 */
export function describeOtherBuild(builtWithSandbox: boolean, { sandbox, seqr }: Config): string | null {
  if (builtWithSandbox === sandbox.enabled || (!sandbox.enabled && !seqr.elsewhere)) return null;
  return builtWithSandbox
    ? 'The pages of this build say that no real money is moved: SEQR_WSDL_URL was set after it. Run: npm run build'
    : 'The pages of this build do not say that no real money is moved: the sandbox was off then. Run: npm run build';
}
