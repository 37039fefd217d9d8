import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { config } from './config';
import { processGlobal } from './process-global';

export type Limit = 'checkout' | 'status' | 'soap' | 'payer' | 'signIn' | 'signInOfAll';

const MINUTE = 60;
const QUARTER_OF_AN_HOUR = 15 * MINUTE;

/** Counters of this process, in memory: an address is forgotten when its window is over. */
function limiterOf(limit: Limit): RateLimiterMemory {
  const limiters = processGlobal('rate-limiters', () => new Map<Limit, RateLimiterMemory>());
  let limiter = limiters.get(limit);
  if (!limiter) {
    const duration = limit === 'signIn' || limit === 'signInOfAll' ? QUARTER_OF_AN_HOUR : MINUTE;
    limiter = new RateLimiterMemory({ points: config().rateLimits.points[limit], duration });
    limiters.set(limit, limiter);
  }
  return limiter;
}

/** Counts one use. Seconds until the next may be made: 0 when this one may. */
export async function spend(limit: Limit, address: string): Promise<number> {
  if (!config().rateLimits.enabled) return 0;
  try {
    await limiterOf(limit).consume(address);
    return 0;
  } catch (refusal) {
    // Not `instanceof RateLimiterRes`: the counters are shared by module instances that each have a class of their own.
    if (refusal instanceof Error) throw refusal;
    return secondsOf(refusal as RateLimiterRes);
  }
}

/** Takes back a use that turned out to be none. */
export async function giveBack(limit: Limit, address: string): Promise<void> {
  if (config().rateLimits.enabled) await limiterOf(limit).reward(address);
}

function secondsOf({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** 429 with `Retry-After`, for programs. */
export function tooManyRequests(seconds: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json(
    { error: 'too-many-requests', message, problems: [] },
    { status: 429, headers: { ...headers, 'Retry-After': String(seconds), 'Cache-Control': 'no-store' } },
  );
}

/** For tests, which share a process. */
export function forgetUses(): void {
  processGlobal('rate-limiters', () => new Map<Limit, RateLimiterMemory>()).clear();
}
