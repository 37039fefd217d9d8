import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SeqrError } from '../seqr/seqr-error';
import { noteSeqrCall, seqrIsDown } from './breaker';

const failed = (failure: { kind: 'timeout' | 'http' | 'result'; httpStatus?: number; resultCode?: number }) =>
  new SeqrError({ operation: 'getPaymentStatus', reason: 'a test', ...failure });
const failTimes = (times: number) => {
  for (let count = 0; count < times; count++) noteSeqrCall(failed({ kind: 'timeout' }));
};

beforeEach(() => {
  vi.useFakeTimers();
  noteSeqrCall(null);
});
afterEach(() => vi.useRealTimers());

it('takes SEQR for down after five calls without an answer, until the first that has one', () => {
  failTimes(4);
  expect(seqrIsDown()).toBe(false);
  failTimes(1);
  expect(seqrIsDown()).toBe(true);
  noteSeqrCall(failed({ kind: 'result', resultCode: 54 }));
  expect(seqrIsDown()).toBe(false);
});

it('counts “too many requests” as no answer', () => {
  failTimes(4);
  noteSeqrCall(failed({ kind: 'http', httpStatus: 429 }));
  expect(seqrIsDown()).toBe(true);
});

it('does not take it for down for ever where nothing is asked any more', () => {
  failTimes(5);
  vi.advanceTimersByTime(59_000);
  expect(seqrIsDown()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(seqrIsDown()).toBe(false);
});
