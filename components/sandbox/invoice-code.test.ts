import { describe, expect, test } from 'vitest';
import { parseInvoiceCode } from './invoice-code';

describe('parseInvoiceCode', () => {
  test.each([
    '1402562843463',
    'R1402562843463',
    'r1402562843463',
    '  R 1402 5628 43463 ',
    'HTTP://SEQR.SE/R1402562843463',
    'SEQR://SEQR.SE/R1402562843463',
    'seqr-debug://seqr.se/r1402562843463',
    'http://192.168.1.20:3000/R1402562843463?lang=sv',
  ])('takes %j', (text) => expect(parseInvoiceCode(text)).toBe('1402562843463'));

  test.each([
    '',
    'R',
    '12345',
    'R12a45678',
    '1'.repeat(21),
    'http://shop.test/order/1402562843463',
    '1'.repeat(10_000),
  ])('refuses %j', (text) => expect(parseInvoiceCode(text)).toBeNull());
});
