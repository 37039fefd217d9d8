import { monotonicMs } from '../clock';
import { processGlobal } from '../process-global';
import { ResultCode } from '../seqr/contract/result-codes';
import type { SeqrError } from '../seqr/seqr-error';
import { signals } from '../signals/signals';

const TRIPS_AFTER = 5;
/** Without new calls, the last result means nothing after this time. */
const STALE_MS = 60_000;
const REPEAT_MS = 10_000;

const own = () => processGlobal('seqr-breaker', () => ({ failures: 0 }));

/**
 * True if five consecutive calls of one process went unanswered. The watcher then checks one payment at a time, and pages
 * say that SEQR is down. The next answer to any process ends this state, and so does a minute without calls.
 */
export function seqrIsDown(): boolean {
  return signals().holds('seqr-down', STALE_MS);
}

/** Orders whose failed calls do not count, each with the time (of `monotonicMs`) at which they count again. */
const ignored = () => processGlobal('ignored-failures', () => new Map<string, number>());

/** Stops counting an order's failed calls for `forMs`, because a visitor of a demonstration makes them fail on purpose. */
export function ignoreFailures(orderId: string, forMs: number): void {
  for (const [id, until] of ignored()) if (until < monotonicMs()) ignored().delete(id);
  ignored().set(orderId, monotonicMs() + forMs);
}

/** Records how a call ended; null means success. A refusal is an answer too, unless it says that SEQR is down. */
export function noteSeqrCall(error: SeqrError | null, orderId?: string): void {
  if (error !== null && orderId !== undefined && (ignored().get(orderId) ?? 0) > monotonicMs()) return;
  if (error === null || isAnswer(error)) {
    own().failures = 0;
    if (signals().holds('seqr-down')) void signals().report('seqr-down', false);
    return;
  }
  own().failures += 1;
  if (own().failures >= TRIPS_AFTER && !signals().holds('seqr-down', REPEAT_MS))
    void signals().report('seqr-down', true);
}

function isAnswer({ kind, httpStatus = 0, resultCode }: SeqrError): boolean {
  switch (kind) {
    case 'fault':
      return true;
    case 'http':
      return httpStatus < 500 && httpStatus !== 408 && httpStatus !== 429;
    case 'result':
      return resultCode !== ResultCode.SYSTEM_BUSY && resultCode !== ResultCode.SERVICE_UNAVAILABLE;
    case 'unreachable':
    case 'timeout':
    case 'lost':
    case 'content':
      return false;
  }
}
