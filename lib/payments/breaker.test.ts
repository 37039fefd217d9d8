import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SeqrError, type SeqrErrorKind } from '../seqr/seqr-error';
import { ignoreFailures, noteSeqrCall, seqrIsDown } from './breaker';

const failed = (failure: { kind: SeqrErrorKind; httpStatus?: number; resultCode?: number }) =>
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

it('does not count the calls of an order that a visitor makes fail, for as long as that lasts', () => {
  ignoreFailures('one', 60_000);
  for (let count = 0; count < 10; count++) noteSeqrCall(failed({ kind: 'timeout' }), 'one');
  expect(seqrIsDown()).toBe(false);
  ignoreFailures('one', -1);
  for (let count = 0; count < 5; count++) noteSeqrCall(failed({ kind: 'timeout' }), 'one');
  expect(seqrIsDown()).toBe(true);
});

it.each([
  ['no connection', { kind: 'unreachable' }],
  ['a lost connection', { kind: 'lost' }],
  ['an unreadable answer', { kind: 'content' }],
  ['“request timeout”', { kind: 'http', httpStatus: 408 }],
  ['“too many requests”', { kind: 'http', httpStatus: 429 }],
  ['“internal server error”', { kind: 'http', httpStatus: 500 }],
  ['“busy”', { kind: 'result', resultCode: 93 }],
  ['“service unavailable”', { kind: 'result', resultCode: 94 }],
] as const)('counts %s as unanswered', (_, failure) => {
  failTimes(4);
  noteSeqrCall(failed(failure));
  expect(seqrIsDown()).toBe(true);
});

it.each([
  ['a fault', { kind: 'fault' }],
  ['“not found”', { kind: 'http', httpStatus: 404 }],
  ['a refusal', { kind: 'result', resultCode: 49 }],
] as const)('counts %s as an answer, and starts to count again', (_, failure) => {
  failTimes(4);
  noteSeqrCall(failed(failure));
  failTimes(4);
  expect(seqrIsDown()).toBe(false);
});

it('stops reporting SEQR as down if no call was made for a minute', () => {
  failTimes(5);
  vi.advanceTimersByTime(59_000);
  expect(seqrIsDown()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(seqrIsDown()).toBe(false);
});

it('still reports SEQR as down during a longer outage', () => {
  failTimes(5);
  for (let second = 0; second < 120; second += 20) {
    vi.advanceTimersByTime(20_000);
    failTimes(1);
    expect(seqrIsDown()).toBe(true);
  }
});

it('counts an order’s failures again when the given time is over', () => {
  ignoreFailures('faulty', 1_000);
  vi.advanceTimersByTime(1_000);
  for (let count = 0; count < 5; count++) noteSeqrCall(failed({ kind: 'timeout' }), 'faulty');
  expect(seqrIsDown()).toBe(true);
});

it('still counts successful calls for an order whose failures are ignored', () => {
  ignoreFailures('faulty', 60_000);
  failTimes(5);
  noteSeqrCall(null, 'faulty');
  expect(seqrIsDown()).toBe(false);
});

it('ignores the failures of one order only', () => {
  ignoreFailures('faulty', 60_000);
  failTimes(3);
  for (let count = 0; count < 2; count++) noteSeqrCall(failed({ kind: 'timeout' }), 'another');
  expect(seqrIsDown()).toBe(true);
});
