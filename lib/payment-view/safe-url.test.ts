import { describe, expect, it } from 'vitest';
import { appLink, safeUrl } from './safe-url';

describe('safeUrl', () => {
  it.each([
    ['/thanks', 'https://shop.example/thanks'],
    ['?paid=1', 'https://shop.example/pay?paid=1'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['HTTP://SEQR.SE/R1', 'http://seqr.se/R1'],
  ])('accepts %s', (value, expected) => {
    expect(safeUrl(value, 'https://shop.example/pay')).toBe(expected);
  });

  it.each([
    'javascript:alert(1)',
    ' \tJaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'vbscript:x',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'ftp://shop.example/',
    'https://user:secret@shop.example/',
    'https://',
    '',
    undefined,
  ])('rejects %s', (value) => {
    expect(safeUrl(value, 'https://shop.example/pay')).toBeUndefined();
  });

  it('accepts an address relative to an app’s own scheme, but no script', () => {
    expect(safeUrl('thanks.html', 'capacitor://localhost/pay')).toBe('capacitor://localhost/thanks.html');
    expect(safeUrl('javascript:alert(1)', 'capacitor://localhost/pay')).toBeUndefined();
  });
});

describe('appLink', () => {
  it.each([
    ['HTTP://SEQR.SE/R1402562843463', 'SEQR://SEQR.SE/R1402562843463'],
    ['https://seqr.se/R1', 'SEQR://seqr.se/R1'],
    ['HTTP://192.168.1.20:3000/R1402562843463', 'HTTP://192.168.1.20:3000/R1402562843463'],
    ['http://seqr.se.evil.example/R1', 'http://seqr.se.evil.example/R1'],
    ['http://evil.example/http://seqr.se/', 'http://evil.example/http://seqr.se/'],
  ])('maps %s to %s', (code, link) => {
    expect(appLink(code, 'live')).toBe(link);
  });

  it('opens the app’s test version in demo mode, for SEQR’s own codes only', () => {
    expect(appLink('HTTP://SEQR.SE/R1', 'demo')).toBe('SEQR-DEMO://SEQR.SE/R1');
    expect(appLink('http://127.0.0.1:7070/R1', 'demo')).toBe('http://127.0.0.1:7070/R1');
  });
});
