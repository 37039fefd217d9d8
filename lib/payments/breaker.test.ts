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

it('reports SEQR as down after five unanswered calls, until the next answer', () => {
  failTimes(4);
  expect(seqrIsDown()).toBe(false);
  failTimes(1);
  expect(seqrIsDown()).toBe(true);
  noteSeqrCall(failed({ kind: 'result', resultCode: 54 }));
  expect(seqrIsDown()).toBe(false);
});

it('counts “too many requests” as unanswered', () => {
  failTimes(4);
  noteSeqrCall(failed({ kind: 'http', httpStatus: 429 }));
  expect(seqrIsDown()).toBe(true);
});

it('stops reporting SEQR as down if no call was made for a minute', () => {
  failTimes(5);
  vi.advanceTimersByTime(59_000);
  expect(seqrIsDown()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(seqrIsDown()).toBe(false);
});
