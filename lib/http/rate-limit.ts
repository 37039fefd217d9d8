import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres } from 'rate-limiter-flexible';
import { config } from '../config';
import { processGlobal } from '../process-global';
import { sign } from '../server-secret';
import { jsonResponse } from './json-response';

export type Limit =
  | 'checkout'
  | 'status'
  | 'search'
  | 'soap'
  | 'password'
  | 'payer'
  | 'signIn'
  | 'signInOfName'
  | 'signInOfAll';

/** Runs a statement on PostgreSQL's table `RateLimit`. */
export interface LimitStore {
  query(statement: { text: string; values: unknown[] }): Promise<{ rows: unknown[]; rowCount: number }>;
}

const MINUTE = 60;
const QUARTER_OF_AN_HOUR = 15 * MINUTE;

/**
 * The limits that all processes count together. The others belong to the sandbox, or protect a process from work that costs
 * less than a shared counter.
 */
const shared: readonly Limit[] = ['checkout', 'signIn', 'signInOfName', 'signInOfAll'];

const limiters = () => processGlobal('rate-limiters', () => new Map<Limit, RateLimiterAbstract>());
const source = () => processGlobal<{ store: LimitStore | null }>('rate-limit-store', () => ({ store: null }));

/** Makes all processes with this database count the shared limits together. Call it before the first request. */
export function shareLimits(store: LimitStore): void {
  source().store = store;
  limiters().clear();
}

function limiterOf(limit: Limit): RateLimiterAbstract {
  let limiter = limiters().get(limit);
  if (!limiter) {
    limiter = createLimiter(limit);
    limiters().set(limit, limiter);
  }
  return limiter;
}

/** Creates a limiter. It forgets an address when the window ends; in the database, an hour later. */
function createLimiter(limit: Limit): RateLimiterAbstract {
  const duration = limit.startsWith('signIn') ? QUARTER_OF_AN_HOUR : MINUTE;
  const options = { points: config().rateLimits.points[limit], duration, keyPrefix: limit };
  const { store } = source();
  const memory = new RateLimiterMemory(options);
  if (store === null || !shared.includes(limit)) return memory;
  // While the database does not answer, each process counts by itself.
  const insurance = { insuranceLimiter: memory };
  const table = { storeClient: store, storeType: 'client', tableName: 'RateLimit', tableCreated: true };
  return new RateLimiterPostgres({ ...options, ...table, ...insurance });
}

/** The key of a counter. In the database it is a signature, so that no address is stored. */
function keyOf(limit: Limit, address: string): string {
  const isStored = source().store !== null && shared.includes(limit);
  return isStored ? sign('rate-limit', address).toString('base64url') : address;
}

/** Consumes one point. Returns the seconds to wait, or 0 if the request is allowed. */
export async function consumePoint(limit: Limit, address: string): Promise<number> {
  if (!config().rateLimits.enabled) return 0;
  try {
    await limiterOf(limit).consume(keyOf(limit, address));
    return 0;
  } catch (refusal) {
    // Not `instanceof RateLimiterRes`: module instances share the counters but have separate classes.
    if (refusal instanceof Error || !isRefusal(refusal)) throw refusal;
    return secondsOf(refusal);
  }
}

/** Refunds a point that should not have counted. */
export async function refundPoint(limit: Limit, address: string): Promise<void> {
  if (config().rateLimits.enabled) await limiterOf(limit).reward(keyOf(limit, address));
}

type Refusal = { readonly msBeforeNext: number };

function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown !== null && typeof thrown === 'object' && 'msBeforeNext' in thrown;
}

function secondsOf({ msBeforeNext }: Refusal): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** 429 with `Retry-After`, for API clients. */
export function tooManyRequests(seconds: number, message: string, headers: Record<string, string> = {}): Response {
  return jsonResponse(
    { error: 'too-many-requests', message, problems: [] },
    { status: 429, headers: { ...headers, 'Retry-After': String(seconds), 'Cache-Control': 'no-store' } },
  );
}

/** Resets this process's counters. For tests, which share a process. */
export function resetLimits(): void {
  limiters().clear();
}
