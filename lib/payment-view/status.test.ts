import { describe, expect, it } from 'vitest';
import { isEnd, parseStatus, phaseOf } from './status';

describe('parseStatus', () => {
  it('accepts a merchant’s answer', () => {
    const answer = { resultCode: 0, resultDescription: 'SUCCESS', status: 'ISSUED', version: 0 };
    expect(parseStatus(JSON.stringify(answer))).toEqual(answer);
  });

  it('accepts the statuses of other systems, such as WooCommerce', () => {
    expect(parseStatus('{"status":"on-hold"}')).toEqual({ status: 'on-hold' });
  });

  it.each(['', '<h1>PAID</h1>', '{"status":"PAID"'])('finds no JSON in %j', (text) => {
    expect(parseStatus(text)).toBeUndefined();
  });

  it.each([
    'null',
    '{"error":"No such order"}',
    '7',
    '"PAID"',
    '[]',
    '{}',
    '{"status":""}',
    '{"status":"<b>PAID</b>"}',
    '{"status":["PAID"]}',
    '{"status":{"a":1}}',
  ])('finds no status in %s', (text) => {
    expect(parseStatus(text)).toBeNull();
  });
});

describe('phaseOf', () => {
  it.each([
    [{ status: 'ISSUED' }, 'waiting', false],
    [{ status: 'ISSUED', scanned: true }, 'scanned', false],
    [{ status: 'PENDING_ISSUER_ACKNOWLEDGE' }, 'scanned', false],
    [{ status: 'RESERVED' }, 'reserved', false],
    [{ status: 'PARTIALLY_PAID' }, 'waiting', false],
    [{ status: 'UNHEARD_OF' }, 'waiting', false],
    [{ status: 'PAID' }, 'paid', true],
    [{ status: 'CANCELED', scanned: true }, 'canceled', true],
    [{ status: 'FAILED' }, 'failed', true],
    [{ status: 'EXPIRED' }, 'expired', true],
  ] as const)('returns for %j the phase %s', (status, phase, end) => {
    expect(phaseOf(status)).toBe(phase);
    expect(isEnd(phase)).toBe(end);
  });
});
