import { describe, expect, test } from 'vitest';
import { parseCodePath, parseInvoiceCode } from './invoice-code';

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
  ])('accepts %j', (text) => expect(parseInvoiceCode(text)).toBe('1402562843463'));

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

describe('parseCodePath', () => {
  test.each([
    ['R1402562843463', '/R1402562843463'],
    ['HTTP://SEQR.SE/R1402562843463', '/R1402562843463'],
    ['HTTP://192.168.1.20:3000/KIOSK7', '/KIOSK7'],
    ['http://seqr.se/kiosk7/', '/KIOSK7'],
    ['HTTP://SEQR.SE/Qmy_qr_code_string', '/QMY_QR_CODE_STRING'],
    [`http://seqr.se/Q${'a'.repeat(40)}`, `/Q${'A'.repeat(40)}`],
  ])('maps %s to %s', (text, path) => expect(parseCodePath(text)).toBe(path));

  test.each(['KIOSK7', 'http://seqr.se/', 'http://seqr.se/a/b', 'WIFI:S:cafe;;', 'http://seqr.se/a?b'])(
    'refuses %s',
    (text) => expect(parseCodePath(text)).toBeNull(),
  );
});
