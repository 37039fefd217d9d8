import { monotonicMs } from '../clock';
import { processGlobal } from '../process-global';
import { ResultCode } from '../seqr/contract/result-codes';
import type { SeqrError } from '../seqr/seqr-error';

const TRIPS_AFTER = 5;
/** Where nothing is asked any more, nothing is known any more. */
const STALE_MS = 60_000;

const state = () => processGlobal('seqr-breaker', () => ({ failures: 0, lastAt: 0 }));

/**
 * SEQR has not answered so many times in a row that the whole service counts as down: then one payment at a time is
 * asked about, not all that are due, and the pages say so. The first answer, whatever it says, ends it.
 */
export function seqrIsDown(): boolean {
  const { failures, lastAt } = state();
  return failures >= TRIPS_AFTER && monotonicMs() - lastAt < STALE_MS;
}

/** Takes note of how a call ended; null is an answer. A refusal is an answer as well, unless SEQR says it is down. */
export function noteSeqrCall(error: SeqrError | null): void {
  if (error === null || isAnswer(error)) state().failures = 0;
  else Object.assign(state(), { failures: state().failures + 1, lastAt: monotonicMs() });
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
