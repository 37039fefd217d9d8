import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { toCurl } from './to-curl';

test('names the password once and sends the rest as it was', () => {
  const curl = toCurl(
    'http://localhost:3000/soap',
    '<a>*** costs $5 `now` \\o/</a><password>***</password>',
    '12345678',
  );
  expect(curl).toContain("SEQR_PASSWORD='12345678'\n");
  expect(curl).toContain('<password>$SEQR_PASSWORD</password>');
  expect(curl).toContain('costs \\$5 \\`now\\` \\\\o/');
});

test('needs no password when there was none', () => {
  expect(toCurl('http://localhost/', '<a/>')).not.toContain('SEQR_PASSWORD');
  expect(toCurl('http://localhost/', '<p:Password>***</p:Password>')).toContain("SEQR_PASSWORD='the password'");
});

test.skipIf(process.platform === 'win32')('a shell gives curl exactly the request', () => {
  const request = `<a b='1' c="2">$HOME \`id\` \\ $(id) \${x}</a>`;
  const script = toCurl('http://localhost/', request).replace(/^curl .*--data-binary @-/m, 'cat');
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(`${request}\n`);
});
